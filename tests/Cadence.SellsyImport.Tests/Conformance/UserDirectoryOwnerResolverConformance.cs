using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Conformance;

public sealed class UserDirectoryOwnerResolverConformance : OwnerResolverConformance
{
    protected override IOwnerResolver CreateResolver(IReadOnlyList<CadenceUser> users) => new UserDirectoryOwnerResolver(new FixedUserProvider(users));
}

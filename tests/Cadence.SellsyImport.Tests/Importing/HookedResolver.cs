using System.Collections.Immutable;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>The default resolver over Marie, which calls a test first: after the survey of the file and before its rows are judged.</summary>
internal sealed class HookedResolver(Action asked) : IOwnerResolver
{
    private readonly UserDirectoryOwnerResolver _inner = new(new FixedUserProvider(ImportHost.Marie));

    public static Action<IServiceCollection> Register(Action asked) =>
        services => services.AddSingleton<IOwnerResolver>(new HookedResolver(asked));

    public ValueTask<ImmutableArray<OwnerResolution>> ResolveAsync(ImmutableArray<OwnerRequest> requests, CancellationToken cancellationToken = default)
    {
        asked();
        return _inner.ResolveAsync(requests, cancellationToken);
    }
}

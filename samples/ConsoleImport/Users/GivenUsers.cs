using Cadence.SellsyImport;

namespace ConsoleImport.Users;

/// <summary>Provides users that were read before.</summary>
internal sealed class GivenUsers(IReadOnlyList<CadenceUser> users) : ICadenceUserProvider
{
    /// <summary>The stored users, each replaced by the given user of its id, and the other given users.</summary>
    public static IReadOnlyList<CadenceUser> Over(IReadOnlyList<CadenceUser> stored, IReadOnlyList<CadenceUser> given) =>
        [.. given, .. stored.ExceptBy(given.Select(user => user.Id), user => user.Id)];

    public ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(users);
}

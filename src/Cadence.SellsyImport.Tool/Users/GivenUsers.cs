namespace Cadence.SellsyImport.Tool.Users;

/// <summary>Provides a host's own users: here those of the file that was read.</summary>
internal sealed class GivenUsers(IReadOnlyList<CadenceUser> users) : ICadenceUserProvider
{
    public ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(users);
}

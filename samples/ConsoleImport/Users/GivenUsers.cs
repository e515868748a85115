namespace ConsoleImport.Users;

/// <summary>A host's own users: here those that were read before.</summary>
internal sealed class GivenUsers(IReadOnlyList<CadenceUser> users) : ICadenceUserProvider
{
    public ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(users);
}

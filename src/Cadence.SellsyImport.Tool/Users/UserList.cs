namespace Cadence.SellsyImport.Tool.Users;

/// <summary>The users of a file. It may lack columns: what it does not say of a user stays as it is stored.</summary>
/// <param name="Users">The users.</param>
/// <param name="HasSellsyIds">Whether the file has a column of Sellsy ids.</param>
/// <param name="HasStates">Whether the file says who is active.</param>
internal sealed record UserList(IReadOnlyList<CadenceUser> Users, bool HasSellsyIds, bool HasStates)
{
    public static UserList None { get; } = new([], HasSellsyIds: false, HasStates: false);

    /// <summary>The users of the file, with what only the store knows of them.</summary>
    public IReadOnlyList<CadenceUser> Over(IEnumerable<CadenceUser> stored)
    {
        var known = stored.ToDictionary(user => user.Id, StringComparer.Ordinal);
        return
        [
            .. Users.Select(user => known.GetValueOrDefault(user.Id) is { } there
                ? user with
                {
                    SellsyId = HasSellsyIds ? user.SellsyId : there.SellsyId,
                    SellsyIds = there.SellsyIds,
                    IsActive = HasStates ? user.IsActive : there.IsActive,
                }
                : user),
        ];
    }
}

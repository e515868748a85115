namespace Cadence.SellsyImport;

internal static class StandIns
{
    public static SellsyImportBuilder UseSqlite(this SellsyImportBuilder builder, string path) => throw new NotSupportedException(path + builder);
}

internal sealed class SqliteUserTable
{
    public Task AddUsersAsync(IEnumerable<CadenceUser> users, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}

namespace Cadence.SellsyImport.Sqlite;

internal sealed class UserTable(SqliteSession session)
{
    private const int MostKnown = 100_000;
    private const string Columns = "id, first_name, last_name, email, sellsy_id, is_active, sellsy_ids";

    private const string Add = $"INSERT INTO users ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    private readonly SqliteStatement _ensure = session.Prepare($"{Add} ON CONFLICT (id) DO NOTHING");

    private readonly SqliteStatement _set = session.Prepare(
        $"""
        {Add} ON CONFLICT (id) DO UPDATE SET
            first_name = excluded.first_name, last_name = excluded.last_name, email = excluded.email, sellsy_id = excluded.sellsy_id,
            is_active = excluded.is_active, sellsy_ids = excluded.sellsy_ids
        """);

    private readonly SqliteStatement _all = session.Prepare($"SELECT {Columns} FROM users ORDER BY id");
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Adds an owner that is not in the table, because the host may have its own list of users. A known owner is not changed.</summary>
    public void Ensure(CadenceUser user)
    {
        if (user.Id is not null && _known.Contains(user.Id))
        {
            return;
        }

        Run(_ensure, user);
        if (_known.Count == MostKnown)
        {
            _known.Clear();
        }

        _known.Add(user.Id!);
    }

    public void Set(CadenceUser user) => Run(_set, user);

    public IReadOnlyList<CadenceUser> All()
    {
        var users = new List<CadenceUser>();
        while (_all.Read())
        {
            users.Add(new(_all.Text(0)!, _all.Text(1)!, _all.Text(2)!)
            {
                Email = _all.Text(3),
                SellsyId = _all.Text(4),
                IsActive = _all.Number(5) != 0,
                SellsyIds = StoredJson.SellsyIds(_all, 6),
            });
        }

        _all.Reset();
        return users;
    }

    public void Forget() => _known.Clear();

    private static void Run(SqliteStatement statement, CadenceUser user)
    {
        statement.Bind(1, user.Id);
        statement.Bind(2, user.FirstName);
        statement.Bind(3, user.LastName);
        statement.Bind(4, user.Email);
        statement.Bind(5, user.SellsyId);
        statement.Bind(6, user.IsActive ? 1L : 0L);
        if (!user.SellsyIds.IsEmpty)
        {
            statement.Bind(7, StoredJson.Of(user.SellsyIds));
        }

        statement.Run();
    }
}

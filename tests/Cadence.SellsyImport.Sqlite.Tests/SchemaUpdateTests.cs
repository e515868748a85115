using Cadence.SellsyImport.Sqlite.Tests.Support;

namespace Cadence.SellsyImport.Sqlite.Tests;

/// <summary>
/// A database that version 2 of the tables left behind: the same tables, triggers that count versions, and companies whose keys are constraints. Version 3 has
/// the constraints too.
/// </summary>
public sealed class SchemaUpdateTests : IDisposable
{
    private const string ToVersion2 =
        """
        DROP TRIGGER leads_edited;
        DROP TRIGGER companies_edited;
        DROP TRIGGER lead_other_companies_added;
        DROP TRIGGER lead_other_companies_edited;
        DROP TRIGGER lead_other_companies_removed;

        UPDATE leads SET version = 7;
        UPDATE companies SET version = 1;

        CREATE TRIGGER leads_edited AFTER UPDATE ON leads WHEN new.version = old.version BEGIN
            UPDATE leads SET version = version + 1, edits = edits + 1 WHERE id = new.id;
        END;

        CREATE TRIGGER companies_edited AFTER UPDATE ON companies WHEN new.version = old.version BEGIN
            UPDATE companies SET version = version + 1, edits = edits + 1 WHERE id = new.id;
        END;

        CREATE TRIGGER lead_other_companies_added AFTER INSERT ON lead_other_companies BEGIN
            UPDATE leads SET version = version + 1, edits = edits + 1 WHERE id = new.lead_id;
        END;

        CREATE TRIGGER lead_other_companies_edited AFTER UPDATE ON lead_other_companies BEGIN
            UPDATE leads SET version = version + 1, edits = edits + 1 WHERE id IN (old.lead_id, new.lead_id);
        END;

        CREATE TRIGGER lead_other_companies_removed AFTER DELETE ON lead_other_companies BEGIN
            UPDATE leads SET version = version + 1, edits = edits + 1 WHERE id = old.lead_id;
        END;

        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, ', ''ended'')', ')') WHERE type = 'table' AND name = 'imports';
        PRAGMA user_version = 2;
        """;

    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_database_of_version_2_is_updated_by_its_first_writer_and_keeps_its_leads_and_versions()
    {
        await FillAsync();
        var logs = new CollectedLogs();
        var seen = await ReadAsync(_store.OpenKept(logs));
        Assert.Equal(7, seen.Version);
        Assert.Equal([$"101 SchemaUpdated: The tables of the database {_store.DatabasePath} were updated from version 2 to 5."], logs.Lines());
        Assert.Equal([[5L]], _store.Query("SELECT user_version FROM pragma_user_version"));

        _store.Run("UPDATE leads SET note = 'x'; UPDATE companies SET city = 'Dax';");

        var edited = await ReadAsync(_store.OpenKept());
        Assert.Equal("x", edited.Lead.Note);
        Assert.DoesNotContain(edited.Version, new[] { 7L, 8L });
        Assert.Equal([[1L, 1L]], _store.Query("SELECT leads.edits, companies.edits FROM leads, companies"));
        Assert.Equal([[0L]], _store.Query("SELECT count(*) FROM companies WHERE version IN (1, 2)"));
    }

    [Fact]
    public async Task An_updated_database_has_the_schema_of_a_new_one()
    {
        const string Schema = "SELECT name, sql FROM sqlite_schema ORDER BY name";
        using var fresh = new TemporaryStore();
        await new SqliteLeadSink(fresh.OpenKept()).AddAsync(Samples.Batch(1, Samples.Lead(1)), TestContext.Current.CancellationToken);
        await FillAsync();
        Assert.NotEqual(fresh.Query(Schema), _store.Query(Schema));

        await ReadAsync(_store.OpenKept());

        Assert.Equal(fresh.Query(Schema), _store.Query(Schema));
        _store.Run("UPDATE imports SET state = 'ended'");
    }

    [Fact]
    public async Task A_database_of_version_2_that_is_only_read_stays_as_it_is()
    {
        await FillAsync();
        var before = await File.ReadAllBytesAsync(_store.DatabasePath, TestContext.Current.CancellationToken);

        using (var database = _store.Open(options => options.IsReadOnly = true))
        {
            Assert.Equal(7, (await ReadAsync(database)).Version);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(_store.DatabasePath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Several_writers_that_open_a_database_of_version_2_at_once_update_it_once()
    {
        await FillAsync();
        var databases = Enumerable.Range(0, 8).Select(_ => _store.OpenKept()).ToArray();

        var versions = await Task.WhenAll(databases.Select((_, index) => Task.Run(() => ReadAsync(databases[index]))));

        Assert.All(versions, lead => Assert.Equal(7, lead.Version));
        Assert.Equal([[5L]], _store.Query("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%random()%'"));
    }

    [Fact]
    public async Task A_database_of_version_3_gets_indexes_that_can_be_removed_and_keeps_its_companies_once_each()
    {
        const string Schema = "SELECT name, sql FROM sqlite_schema ORDER BY name";
        using var fresh = new TemporaryStore();
        await new SqliteLeadSink(fresh.OpenKept()).AddAsync(Samples.Batch(1, Samples.Lead(1)), TestContext.Current.CancellationToken);
        await FillAsync(version: 3);
        Assert.Equal(
            ["sqlite_autoindex_companies_1", "sqlite_autoindex_companies_2"],
            _store.Query("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'companies' ORDER BY 1").Select(row => row[0]));

        await new SqliteLeadSink(_store.OpenKept()).AddAsync(
            Samples.Batch(2, Samples.Lead(2) with { Company = new() { Name = "ACME" } }, Samples.Lead(3) with { Company = new() { SellsyId = "9" } }),
            TestContext.Current.CancellationToken);

        Assert.Equal(fresh.Query(Schema), _store.Query(Schema));
        Assert.Equal([["ok"]], _store.Query("PRAGMA integrity_check"));
        Assert.Equal([["Acme", 2L], [null, 1L]], _store.Query("SELECT name, count(*) FROM leads JOIN companies ON companies.id = company_id GROUP BY company_id ORDER BY company_id"));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => _store.Run("INSERT INTO companies (sellsy_id) VALUES ('9')"));
    }

    private async Task FillAsync(int version = 2)
    {
        // The store that fills it is closed, so that no connection knows the tables of this version.
        using (var database = _store.Open())
        {
            await new SqliteLeadSink(database).AddAsync(
                Samples.Batch(1, Samples.Lead(1) with { Company = new() { Name = "Acme" } }),
                TestContext.Current.CancellationToken);
        }

        OlderDatabase.MakeVersion3(_store);
        if (version == 2)
        {
            _store.Run(ToVersion2);
        }
    }

    private static async Task<LeadVersion> ReadAsync(SqliteDatabase database) =>
        Assert.Single(await new SqliteLeadSink(database).ReadLeadsAsync(["1"], TestContext.Current.CancellationToken));
}

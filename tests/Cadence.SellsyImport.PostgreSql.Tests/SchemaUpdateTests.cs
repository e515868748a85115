using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql.Tests;

/// <summary>A schema that version 3 of the tables left behind: versions are numbers of 32 bits, and triggers count them.</summary>
public sealed class SchemaUpdateTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();

    private const string ToVersion5 =
        """
        ALTER TABLE imports DROP CONSTRAINT imports_existing_leads_check;
        UPDATE imports SET existing_leads = 'fill blanks';
        ALTER TABLE imports ADD CONSTRAINT imports_existing_leads_check CHECK (existing_leads IN ('skip', 'fill blanks', 'overwrite'));
        UPDATE schema_version SET version = 5;

        """;

    private const string ToVersion4 =
        $"""
        {ToVersion5}
        DROP TABLE import_records;
        ALTER TABLE users DROP COLUMN is_active, DROP COLUMN sellsy_ids;
        ALTER TABLE imports DROP COLUMN customer, DROP COLUMN cancel_requested_at, DROP COLUMN cancel_requested_by, DROP COLUMN is_purged,
            DROP COLUMN sellsy_account;
        ALTER TABLE leads DROP CONSTRAINT leads_by_contact, DROP COLUMN sellsy_account,
            ADD CONSTRAINT leads_sellsy_contact_id_key UNIQUE (sellsy_contact_id);
        ALTER TABLE companies DROP CONSTRAINT companies_by_sellsy_id, DROP COLUMN sellsy_account,
            ADD CONSTRAINT companies_sellsy_id_key UNIQUE (sellsy_id);
        UPDATE schema_version SET version = 4;

        """;

    private string ToVersion3 =>
        $"""
        {ToVersion4}
        DROP TRIGGER count_edit ON leads;
        DROP TRIGGER count_edit ON companies;
        ALTER TABLE leads ALTER version DROP DEFAULT, ALTER version TYPE integer USING 7, ALTER version SET DEFAULT 1;
        ALTER TABLE companies ALTER version DROP DEFAULT, ALTER version TYPE integer USING 7, ALTER version SET DEFAULT 1;
        CREATE OR REPLACE FUNCTION count_edit() RETURNS trigger LANGUAGE plpgsql AS $function$
        BEGIN
            NEW.version := OLD.version + 1;
            NEW.edits := OLD.edits + 1;
            RETURN NEW;
        END
        $function$;
        CREATE TRIGGER count_edit BEFORE UPDATE ON leads
            FOR EACH ROW WHEN (NEW.version = OLD.version) EXECUTE FUNCTION {_store.Schema}.count_edit();
        CREATE TRIGGER count_edit BEFORE UPDATE ON companies
            FOR EACH ROW WHEN (NEW.version = OLD.version) EXECUTE FUNCTION {_store.Schema}.count_edit();
        ALTER TABLE imports DROP CONSTRAINT imports_state_check,
            ADD CONSTRAINT imports_state_check CHECK (state IN ('running', 'interrupted', 'finished', 'undoing', 'undone'));
        UPDATE schema_version SET version = 3;
        """;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_schema_of_version_3_is_updated_on_first_use_and_keeps_its_leads()
    {
        await FillAsync();

        var logs = new CollectedLogs();
        var leads = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _store.Open(loggers: logs)).Select(async database =>
            Assert.Single(await new PostgreSqlLeadSink(database).ReadLeadsAsync(["4711"], TestContext.Current.CancellationToken))));

        var lead = await _store.ReadAsync("4711");
        Assert.Single(logs.Lines(), line => line.EndsWith($" were updated from version 3 to {Samples.SchemaVersion}.", StringComparison.Ordinal));
        Assert.All(leads, one => Assert.Equal(LeadSnapshot.ToJson(lead), LeadSnapshot.ToJson(one)));
        Assert.Equal(
            [["companies", "bigint"], ["leads", "bigint"], ["schema_version", "integer"], ["session_documents", "bigint"]],
            await _store.QueryAsync("SELECT table_name::text, data_type::text FROM information_schema.columns WHERE table_schema = $1 AND column_name = 'version' ORDER BY 1", _store.Schema));
        Assert.Equal([[Samples.SchemaVersion]], await _store.QueryAsync("SELECT version FROM schema_version"));
        Assert.Equal([[0L]], await _store.QueryAsync("SELECT count(*) FROM companies WHERE version = 7"));
        await _store.RunAsync("UPDATE imports SET state = 'ended'");
    }

    [Theory]
    [InlineData("UPDATE leads SET note = 'x'", 1, 0)]
    [InlineData("INSERT INTO lead_other_companies SELECT id, 9, company_id FROM leads", 1, 0)]
    [InlineData("UPDATE companies SET city = 'Dax'", 0, 1)]
    public async Task The_triggers_of_an_updated_schema_are_those_of_a_new_one(string sql, int edits, int editsOfCompany)
    {
        await FillAsync();
        var before = (await _store.ReadAsync("4711")).Version;

        await _store.RunAsync(sql);

        Assert.Equal(edits > 0, before != (await _store.ReadAsync("4711")).Version);
        Assert.Equal([[edits, editsOfCompany]], await _store.QueryAsync("SELECT leads.edits, companies.edits FROM leads, companies"));
    }

    [Fact]
    public async Task A_schema_of_version_4_gets_the_columns_of_a_new_one_and_keeps_its_leads()
    {
        await using var fresh = server.NewStore();
        await fresh.AddAsync(1, Samples.Lead(1));
        await FillAsync(ToVersion4);

        Assert.Equal("4711", (await _store.ReadAsync("4711")).Lead.SellsyContactId);

        Assert.Equal(await ColumnsAsync(fresh), await ColumnsAsync(_store));
        Assert.Equal([[Samples.SchemaVersion]], await _store.QueryAsync("SELECT version FROM schema_version"));
    }

    [Fact]
    public async Task A_schema_of_version_5_gets_the_names_of_a_new_one()
    {
        await FillAsync(ToVersion5);

        await using var database = _store.Open();
        var import = Assert.Single(await new PostgreSqlLeadSink(database).ReadImportsAsync(cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal(ExistingLeadPolicy.FillBlanks, import.Import.ExistingLeads);
        Assert.Equal([["fill_blanks"]], await _store.QueryAsync("SELECT existing_leads FROM imports"));
        Assert.Equal([[Samples.SchemaVersion]], await _store.QueryAsync("SELECT version FROM schema_version"));
    }

    private static async Task<string[]> ColumnsAsync(TestStore store) => [.. (await store.QueryAsync(
        """
        SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default, collation_name)
        FROM information_schema.columns WHERE table_schema = $1 ORDER BY 1
        """,
        store.Schema)).Select(row => $"{row[0]}".Replace(store.Schema, "", StringComparison.Ordinal))];

    private async Task FillAsync(string? script = null)
    {
        await using (var database = _store.Open())
        {
            await new PostgreSqlLeadSink(database).AddAsync(Samples.Batch(1, Samples.FullLead()), TestContext.Current.CancellationToken);
        }

        await _store.RunAsync(script ?? ToVersion3);
    }
}

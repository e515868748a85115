using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql.Tests;

/// <summary>A schema that version 3 of the tables left behind: versions are numbers of 32 bits, and triggers count them.</summary>
public sealed class SchemaUpdateTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();

    private string ToVersion3 =>
        $"""
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
        Assert.Single(logs.Lines(), line => line.EndsWith(" were updated from version 3 to 5.", StringComparison.Ordinal));
        Assert.All(leads, one => Assert.Equal(LeadSnapshot.ToJson(lead), LeadSnapshot.ToJson(one)));
        Assert.Equal(
            [["companies", "bigint"], ["leads", "bigint"], ["schema_version", "integer"], ["session_documents", "bigint"]],
            await _store.QueryAsync("SELECT table_name::text, data_type::text FROM information_schema.columns WHERE table_schema = $1 AND column_name = 'version' ORDER BY 1", _store.Schema));
        Assert.Equal([[5]], await _store.QueryAsync("SELECT version FROM schema_version"));
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

    private async Task FillAsync()
    {
        await using (var database = _store.Open())
        {
            await new PostgreSqlLeadSink(database).AddAsync(Samples.Batch(1, Samples.FullLead()), TestContext.Current.CancellationToken);
        }

        await _store.RunAsync(ToVersion3);
    }
}

using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class BatchTests(SharedServer server) : IAsyncDisposable
{
    private static readonly string[] Tables = ["leads", "companies", "users", "imports", "import_batches"];

    private readonly TestStore _store = server.NewStore();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Nothing_of_a_batch_is_in_any_table_where_one_of_its_leads_cannot_be_stored()
    {
        var withoutUserId = new CadenceUser(null!, "No", "Id");
        var batch = new LeadBatch(
            Samples.Import,
            1,
            [new(1, Samples.FullLead(), Samples.Owner), new(2, Samples.Lead(2), withoutUserId), new(3, Samples.Lead(3), Samples.Owner)]);

        var exception = await Assert.ThrowsAsync<PostgresException>(() => _store.Sink.AddAsync(batch, TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(PostgresErrorCodes.NotNullViolation, exception.SqlState);
        Assert.DoesNotContain("Failing row contains", exception.ToString(), StringComparison.Ordinal);
        foreach (var table in Tables)
        {
            Assert.Equal(0, await _store.CountAsync(table));
        }
    }

    // An attribute cannot hold half of a surrogate pair, so these are given by code.
    public static TheoryData<string> Unstorable => ["NUL\0", "half \uD83D of a pair", "👩\uDC69", "\uD83D"];

    [Theory]
    [MemberData(nameof(Unstorable), DisableDiscoveryEnumeration = true)]
    public async Task A_text_that_PostgreSQL_cannot_store_is_told_by_its_row_and_the_next_batch_goes_on(string text)
    {
        Lead[] bad =
        [
            Samples.Lead(2) with { Note = text }, Samples.Lead(2) with { Tags = ["a", text] }, Samples.Lead(2) with { SellsyContactId = text },
            Samples.Lead(2) with { Company = new() { Name = text } }, Samples.Lead(2) with { CustomValues = [new("Region", text)] },
        ];

        foreach (var lead in bad)
        {
            var exception = await Assert.ThrowsAsync<SellsyImportException>(() => _store.AddAsync(1, Samples.Lead(1), lead).AsTask());

            Assert.Equal(ErrorCodes.SeamContractBroken, exception.Code);
            Assert.Equal(["IFieldMapper", "row 2, NUL or half of a surrogate pair in a text", "text that PostgreSQL can store"], exception.Arguments);
        }

        Assert.Empty(await _store.Sink.FindExistingAsync(["1", "2", text], TestContext.Current.CancellationToken));
        Assert.Equal([LeadEntryOutcome.Added], await _store.AddAsync(1, Samples.Lead(1)));
    }

    [Fact]
    public async Task A_contact_that_stands_twice_in_a_batch_is_the_lead_of_its_first_row()
    {
        var outcomes = await _store.AddAsync(
            1,
            Samples.Lead(1) with { LastName = "First" },
            Samples.Lead(2),
            Samples.Lead(1) with { LastName = "Second", Company = new() { Name = "New" } });

        Assert.Equal([LeadEntryOutcome.Added, LeadEntryOutcome.Added, LeadEntryOutcome.AlreadyPresent], outcomes);
        Assert.Equal([["1", "First"], ["2", null]], await _store.QueryAsync("SELECT sellsy_contact_id, last_name FROM leads ORDER BY id"));
        Assert.Equal(0, await _store.CountAsync("companies"));
    }

    [Fact]
    public async Task A_batch_of_another_size_under_the_number_of_a_stored_one_is_refused()
    {
        await _store.AddAsync(1, Samples.Lead(1));

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => _store.AddAsync(1, Samples.Lead(1), Samples.Lead(2)).AsTask());

        Assert.Equal(ErrorCodes.SeamContractBroken, exception.Code);
        Assert.Equal(["ILeadSink", "import import-1, batch 1, 2 leads", "import import-1, batch 1, 1 leads"], exception.Arguments);
        Assert.Equal(1, await _store.CountAsync("leads"));
    }

    [Fact]
    public async Task A_lead_and_a_company_that_another_program_adds_meanwhile_are_found()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        await using var other = await _store.ConnectAsync();
        await using var transaction = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand(
            "INSERT INTO leads (sellsy_contact_id, owner_id) VALUES ('2', 'u-1'); INSERT INTO companies (sellsy_id, name) VALUES ('88', 'Étigny & Fils')",
            other))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var adding = _store.AddAsync(2, Samples.Lead(2), Samples.FullLead()).AsTask();
        await WaitUntilWaitingAsync();
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        Assert.Equal([LeadEntryOutcome.AlreadyPresent, LeadEntryOutcome.Added], await adding);
        Assert.Equal(
            [["88", "Étigny & Fils", true]],
            await _store.QueryAsync("SELECT sellsy_id, name, company_as_told IS NOT NULL FROM leads JOIN companies ON companies.id = company_id"));
    }

    [Fact]
    public async Task Companies_that_another_program_adds_while_a_batch_copies_them_are_found_and_the_others_are_added_once()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        await using var other = await _store.ConnectAsync();
        await using var transaction = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand("INSERT INTO companies (name_key, name) VALUES ('beta', 'BETA')", other))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var adding = _store.AddAsync(
            2,
            Samples.Lead(2) with { Company = new() { SellsyId = "7", Name = "Alpha" } },
            Samples.Lead(3) with { Company = new() { Name = "Beta" } },
            Samples.Lead(4) with { Company = new() { City = "Pau" } },
            Samples.Lead(5) with { Company = new() { SellsyId = "7", City = "Dax" } }).AsTask();
        await WaitUntilWaitingAsync();
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        Assert.All(await adding, outcome => Assert.Equal(LeadEntryOutcome.Added, outcome));
        Assert.Equal(
            [["2", "Alpha", null], ["3", "BETA", """{"name":"Beta"}"""], ["4", null, null], ["5", "Alpha", """{"sellsy_id":"7","city":"Dax"}"""]],
            await _store.QueryAsync(
                "SELECT sellsy_contact_id, name, company_as_told::text FROM leads JOIN companies ON companies.id = company_id ORDER BY sellsy_contact_id"));
        Assert.Equal(3, await _store.CountAsync("companies"));
    }

    private async Task WaitUntilWaitingAsync()
    {
        while ((long)(await _store.QueryAsync(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE $1", $"%{_store.Schema}%"))[0][0]! == 0)
        {
            await Task.Yield();
        }
    }
}

using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Sellsy accounts: an id means a contact, or a company, only together with its account.
public abstract partial class UndoLedgerConformance
{
    private const string Nantes = "Nantes";
    private const string Lyon = "Lyon";

    /// <summary>The contact 51 of two accounts is two leads, each found, read, changed and removed by its own account. Skipped for a sink that keeps none.</summary>
    [Fact]
    public async Task Two_accounts_with_the_same_contact_are_two_leads_from_the_import_to_the_undo()
    {
        var (sink, ledger) = await OpenWithAccountsAsync();
        await ImportOfAsync(ledger, 1, Nantes, OfAccount(Nantes, "51", "Zoé", "4"), OfAccount(Nantes, "52", "Anne", "4"));
        await ImportOfAsync(ledger, 2, Lyon, OfAccount(Lyon, "51", "Luc", "4"));
        await ImportAsync(ledger, 3, LedgerBatches.Batch(1, 1, Entry(1, "51")));

        Assert.Equal(["51"], (await sink.FindExistingAsync(Lyon, ["51", "52"], Cancellation)).Select(lead => lead.SellsyContactId));
        Assert.Equal(["51"], (await sink.FindExistingAsync(["51", "52"], Cancellation)).Select(lead => lead.SellsyContactId));
        var (first, second) = (await ReadOfAsync(ledger, Nantes), await ReadOfAsync(ledger, Lyon));
        Assert.Equal([(Nantes, "Zoé"), (Lyon, "Luc")], new[] { first, second }.Select(lead => (lead.Lead.SellsyAccount, lead.Lead.LastName)));
        Assert.Equal(Nantes, (await FindAsync(ledger)).Import.SellsyAccount);

        await ImportOfAsync(ledger, 4, Lyon, LedgerBatches.Entry(1, second.Lead with { LastName = "Changed" }, second));
        Assert.Equal(["Zoé", "Changed"], new[] { await ReadOfAsync(ledger, Nantes), await ReadOfAsync(ledger, Lyon) }.Select(lead => lead.Lead.LastName));
        await UndoAsync(ledger, 1);

        Assert.Empty(await ledger.ReadLeadsAsync(Nantes, ["51", "52"], Cancellation));
        Assert.Equal("Changed", (await ReadOfAsync(ledger, Lyon)).Lead.LastName);
        await UndoAsync(ledger, 4);
        Assert.Equal("Luc", (await ReadOfAsync(ledger, Lyon)).Lead.LastName);
        Assert.Single(await ledger.ReadLeadsAsync(["51"], Cancellation));
    }

    /// <summary>Companies of one id under two accounts are two companies; within an account they are one.</summary>
    [Fact]
    public async Task Two_accounts_never_share_a_company_by_its_id()
    {
        var (_, ledger) = await OpenWithAccountsAsync();
        await ImportOfAsync(ledger, 1, Nantes, OfAccount(Nantes, "1", "Zoé", "91"), OfAccount(Nantes, "2", "Anne", "91"));
        await ImportOfAsync(ledger, 2, Lyon, OfAccount(Lyon, "1", "Luc", "91"));
        await ImportOfAsync(ledger, 3, Nantes, OfAccount(Nantes, "3", "Eva", "91"));

        Assert.Equal(["Company of Lyon", "Company of Nantes"], (await ReadCompaniesAsync()).Order(StringComparer.Ordinal));

        await UndoAsync(ledger, 2);
        Assert.Equal(["Company of Nantes"], await ReadCompaniesAsync());
        Assert.Equal("Company of Nantes", (await ReadOfAsync(ledger, Nantes, "3")).Lead.Company?.Name);
    }

    /// <summary>A person of one account is forgotten, the one of the same id under another is not.</summary>
    [Fact]
    public async Task A_person_is_forgotten_under_its_account_alone()
    {
        var (_, ledger) = await OpenWithAccountsAsync();
        await ImportOfAsync(ledger, 1, Nantes, OfAccount(Nantes, "51", "Zoé"));
        await ImportOfAsync(ledger, 2, Lyon, OfAccount(Lyon, "51", "Luc"));
        var there = await ReadOfAsync(ledger, Nantes);
        await ImportOfAsync(ledger, 3, Nantes, LedgerBatches.Entry(1, there.Lead with { LastName = "Changed" }, there));

        Assert.Equal(2, await ledger.ForgetAsync(Nantes, "51", Cancellation));

        Assert.Empty(await ListAsync(ledger.ReadRowsOfAsync(Nantes, "51", Cancellation)));
        Assert.Equal([new("import-2", 1)], await ListAsync(ledger.ReadRowsOfAsync(Lyon, "51", Cancellation)));
        await UndoAsync(ledger, 2);
        Assert.Equal(["1: 51 Removed []"], await UndoneAsync(ledger, 2));
        await UndoAsync(ledger, 3);
        Assert.Equal(["1:  Forgotten []"], await UndoneAsync(ledger, 3));
        Assert.Equal("Changed", (await ReadOfAsync(ledger, Nantes)).Lead.LastName);
    }

    private async Task<(ILeadSink Sink, IUndoLedger Ledger)> OpenWithAccountsAsync()
    {
        var sink = await OpenSinkAsync();
        Assert.SkipUnless(sink.KeepsSellsyAccounts, "The sink keeps no Sellsy accounts.");
        return (sink, (IUndoLedger)sink);
    }

    private static LeadEntry OfAccount(string account, string id, string lastName, string? company = null) => LedgerBatches.Entry(
        int.Parse(id, System.Globalization.CultureInfo.InvariantCulture),
        Batches.Lead(id) with
        {
            SellsyAccount = account,
            LastName = lastName,
            Company = company is null ? null : new() { SellsyId = company, Name = $"Company of {account}" },
        });

    private static async Task ImportOfAsync(IUndoLedger ledger, int number, string account, params LeadEntry[] entries)
    {
        var start = LedgerBatches.Start(number);
        var import = start.Import with { SellsyAccount = account };
        await ledger.StartAsync(start with { Import = import }, Cancellation);
        var batch = LedgerBatches.Batch(1, 1, [.. entries.Select((entry, index) => entry with { Row = index + 1 })]).Of(number);
        var outcomes = await ledger.WriteAsync(batch with { Leads = batch.Leads with { Import = import } }, Cancellation);
        Assert.All(outcomes, outcome => Assert.True(outcome is LeadEntryOutcome.Added or LeadEntryOutcome.Updated));
        await ledger.EndAsync(import.ImportId, LedgerBatches.Lease().Token, ImportState.Finished, Batches.Noon, Cancellation);
    }

    private static async Task<LeadVersion> ReadOfAsync(IUndoLedger ledger, string account, string id = "51") =>
        Assert.Single(await ledger.ReadLeadsAsync(account, [id], Cancellation));
}

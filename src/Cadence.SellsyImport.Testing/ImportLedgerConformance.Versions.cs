using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

// Reading leads, and their versions.
public abstract partial class ImportLedgerConformance
{
    /// <summary>Every field of a lead comes back as it was given, its company and its owner included.</summary>
    [Fact]
    public async Task A_lead_is_read_with_every_value_and_its_owner()
    {
        var ledger = await StartedAsync();
        Lead[] leads = [FullLeads.Of("1"), new() { SellsyContactId = "2" }];
        await ledger.WriteAsync(LedgerBatches.Batch(1, 1, new LeadEntry(1, leads[0], Batches.Owner), new LeadEntry(2, leads[1], FullLeads.OtherOwner)), Cancellation);

        var read = await ReadAsync(ledger, ["1", "2", "3"]);

        Assert.Equal(2, read.Count);
        Assert.Equal(FullLeads.Text(leads[0], Batches.Owner), FullLeads.Text(read["1"]));
        Assert.Equal(FullLeads.Text(leads[1], FullLeads.OtherOwner), FullLeads.Text(read["2"]));
        Assert.All(read.Values, lead => Assert.Empty(lead.RunningCadences));
        Assert.Empty(await ledger.ReadLeadsAsync([], Cancellation));
    }

    /// <summary>A stored company is not changed; the lead keeps its own incoming values of the company.</summary>
    [Fact]
    public async Task A_company_told_otherwise_than_it_is_there_comes_back_as_it_was_told()
    {
        var ledger = await StartedAsync();
        var company = FullLeads.Company();
        LeadCompany?[] incoming =
        [
            company,
            company with { City = "Lyon", Phone = null },
            company with { AddressLines = ["12 rue des Écoles"] },
            new() { SellsyId = "88" },
            new() { Name = "étigny et fils" },
            new() { Name = "ÉTIGNY ET FILS", City = "Oyonnax" },
            null,
        ];
        var leads = incoming.Select((one, index) => Batches.Lead($"{index}") with { Company = one }).ToArray();

        await ledger.WriteAsync(LedgerBatches.Batch(1, 1, [.. leads.Select((lead, index) => LedgerBatches.Entry(index + 1, lead))]), Cancellation);

        var read = await ReadAsync(ledger, leads.Select(lead => lead.SellsyContactId));
        Assert.All(leads, lead => Assert.Equal(FullLeads.Text(lead, Batches.Owner), FullLeads.Text(read[lead.SellsyContactId])));
        await CompaniesAreAsync("Étigny & Fils", "étigny et fils");
    }

    /// <summary>
    /// Companies are compared value by value. The two cities were constructed so that the companies have the same 64-bit FNV-1a hash over their UTF-16
    /// code units. A store that trusts such a hash gives a lead the wrong city.
    /// </summary>
    [Fact]
    public async Task Companies_of_one_hash_are_told_apart()
    {
        var ledger = await StartedAsync();
        var one = new LeadCompany { SellsyId = "88", Name = "Acme", City = "\u6767\u83de\u8757\u8b3e\u574f\u91d0" };
        var other = one with { City = "\u6a12\u826e\u840e\u99a3\u56b8\u9630" };
        await ledger.WriteAsync(
            LedgerBatches.Batch(
                1,
                1,
                LedgerBatches.Entry(1, Batches.Lead("1") with { Company = one }),
                LedgerBatches.Entry(2, Batches.Lead("2") with { Company = other }),
                LedgerBatches.Entry(3, Batches.Lead("3") with { Company = one })),
            Cancellation);
        var third = await ReadAsync(ledger, "3");
        await ledger.WriteAsync(LedgerBatches.Batch(2, 4, LedgerBatches.Entry(4, third.Lead with { Company = other }, third)), Cancellation);

        var read = await ReadAsync(ledger, ["1", "2", "3"]);

        Assert.Equal([one.City, other.City, other.City], read.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.Lead.Company?.City));
        await CompaniesAreAsync("Acme");
    }

    /// <summary>The companies that later rows added are read back in order; a store that supports one company a lead refuses the batch.</summary>
    [Fact]
    public async Task The_other_companies_of_a_lead_come_back_in_their_order()
    {
        var ledger = await StartedAsync();
        var lead = FullLeads.Of("1") with
        {
            OtherCompanies = [new() { Name = "Zède" }, FullLeads.Company() with { SellsyId = "89", City = "Lyon" }, new() { SellsyId = "7" }],
        };
        await ledger.WriteAsync(LedgerBatches.Batch(1, 1, LedgerBatches.Entry(1, lead)), Cancellation);

        var stored = await ReadAsync(ledger, "1");
        Assert.Equal(FullLeads.Text(lead, Batches.Owner), FullLeads.Text(stored));

        var changed = lead with { Company = lead.OtherCompanies[1], OtherCompanies = [lead.OtherCompanies[2], lead.OtherCompanies[0]] };
        Assert.Equal([LeadEntryOutcome.Updated], await ledger.WriteAsync(LedgerBatches.Batch(2, 2, LedgerBatches.Entry(2, changed, stored)), Cancellation));
        Assert.Equal(FullLeads.Text(changed, Batches.Owner), FullLeads.Text(await ReadAsync(ledger, "1")));
    }

    /// <summary>Accents, emoji and what looks like code are text, in a new lead as in a changed one.</summary>
    [Fact]
    public async Task Every_text_of_every_field_comes_back_as_it_was_given()
    {
        var ledger = await StartedAsync();
        var texts = OddTexts.All;
        var leads = texts.Select((text, index) => FullLeads.OfText($"{index}", text)).ToArray();
        var ids = leads.Select(lead => lead.SellsyContactId).ToArray();
        await ledger.WriteAsync(LedgerBatches.Batch(1, 1, [.. leads.Select((lead, index) => LedgerBatches.Entry(index + 1, lead))]), Cancellation);

        var read = await ReadAsync(ledger, ids);

        Assert.All(leads, lead => Assert.Equal(FullLeads.Text(lead, Batches.Owner), FullLeads.Text(read[lead.SellsyContactId])));

        var changed = leads.Select((lead, index) => FullLeads.OfText(lead.SellsyContactId, texts[(index + 1) % texts.Length])).ToArray();
        var entries = changed.Select((lead, index) => LedgerBatches.Entry(ids.Length + index + 1, lead, read[lead.SellsyContactId]));
        var outcomes = await ledger.WriteAsync(LedgerBatches.Batch(2, ids.Length + 1, [.. entries]), Cancellation);

        Assert.All(outcomes, outcome => Assert.Equal(LeadEntryOutcome.Updated, outcome));
        read = await ReadAsync(ledger, ids);
        Assert.All(changed, lead => Assert.Equal(FullLeads.Text(lead, Batches.Owner), FullLeads.Text(read[lead.SellsyContactId])));
    }

    /// <summary>Ids are texts, compared as they are.</summary>
    [Fact]
    public async Task Leads_are_read_by_their_whole_id()
    {
        var ledger = await FilledAsync("1", "01", "a", "A", "é", "👩");

        var read = await ReadAsync(ledger, ["A", "1", "e\u0301", "é", "001", ""]);

        Assert.Equal(["1", "A", "é"], read.Keys.Order(StringComparer.Ordinal));
        Assert.All(read, pair => Assert.Equal(pair.Key, pair.Value.Lead.SellsyContactId));
    }

    /// <summary>Reading changes nothing; every change, whoever makes it, gives a new version.</summary>
    [Fact]
    public async Task A_version_is_another_after_every_change_and_only_then()
    {
        var ledger = await FilledAsync("1", "2");
        var versions = new List<long> { (await ReadAsync(ledger, "1")).Version };
        var other = (await ReadAsync(ledger, "2")).Version;
        Assert.Equal(versions[0], (await ReadAsync(await OpenAsync(), "1")).Version);

        await EditLeadAsync("1", "Gérante", null);
        versions.Add((await ReadAsync(ledger, "1")).Version);
        await EditLeadAsync("1", null, null);
        versions.Add((await ReadAsync(ledger, "1")).Version);
        var there = await ReadAsync(ledger, "1");
        await ledger.WriteAsync(LedgerBatches.Batch(2, 3, LedgerBatches.Entry(3, there.Lead with { LastName = "Été" }, there)), Cancellation);
        versions.Add((await ReadAsync(ledger, "1")).Version);

        Assert.Equal(4, versions.Distinct().Count());
        Assert.Equal(other, (await ReadAsync(ledger, "2")).Version);
        Assert.Null((await ReadAsync(ledger, "1")).Lead.JobPosition);
    }

    /// <summary>
    /// After a store is restored from a copy, new versions never equal versions that were read before.
    /// </summary>
    /// <param name="how">What happens to the lead, both before and after the copy is restored.</param>
    [Theory]
    [InlineData("edited")]
    [InlineData("changed")]
    [InlineData("created")]
    public async Task A_version_does_not_recur_in_a_store_that_was_restored_from_a_copy(string how)
    {
        var ledger = await FilledAsync("1");
        var restore = await RequireBackUpAsync();
        await ActAsync(ledger, "Été");
        var id = how == "created" ? "2" : "1";
        var seen = await ReadAsync(ledger, id);
        await restore();
        ledger = await OpenAsync();
        await ActAsync(ledger, "Hiver");
        var there = await ReadAsync(ledger, id);

        var change = LedgerBatches.Entry(10, seen.Lead with { FirstName = "Zoé" }, seen);
        var outcomes = await ledger.WriteAsync(LedgerBatches.Batch(3, 10, change), Cancellation);

        Assert.NotEqual(seen.Version, there.Version);
        Assert.Equal([LeadEntryOutcome.ChangedMeanwhile], outcomes);
        Assert.Equal(LeadSnapshot.ToJson(there), LeadSnapshot.ToJson(await ReadAsync(ledger, id)));

        async Task ActAsync(IImportLedger store, string text)
        {
            var lead = await ReadAsync(store, "1");
            await store.WriteAsync(
                how switch
                {
                    "changed" => LedgerBatches.Batch(2, 2, LedgerBatches.Entry(2, lead.Lead with { LastName = text }, lead)),
                    "created" => LedgerBatches.Batch(2, 2, LedgerBatches.Entry(2, Batches.Lead("2") with { LastName = text })),
                    _ => LedgerBatches.Rows(2, 2, [RowOutcome.Skipped]),
                },
                Cancellation);
            if (how == "edited")
            {
                await EditLeadAsync("1", text, null);
            }
        }
    }

    /// <summary>A lead that was removed and created again is a different lead, even if its values are the same.</summary>
    [Fact]
    public async Task A_lead_that_was_removed_and_came_again_has_another_version()
    {
        var ledger = await FilledAsync("1");
        var before = await ReadAsync(ledger, "1");
        await RemoveLeadAsync("1");
        Assert.Empty(await ledger.ReadLeadsAsync(["1"], Cancellation));
        await ledger.StartAsync(LedgerBatches.Start(2), Cancellation);
        Assert.Equal([LeadEntryOutcome.Added], await ledger.WriteAsync(LedgerBatches.New("1").Of(2), Cancellation));

        var after = await ReadAsync(ledger, "1");

        Assert.Equal(FullLeads.Text(before), FullLeads.Text(after));
        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal(
            [LeadEntryOutcome.ChangedMeanwhile],
            await ledger.WriteAsync(LedgerBatches.Batch(2, 2, LedgerBatches.Entry(2, before.Lead, before)), Cancellation));
    }

    /// <summary>Reading a lead returns its running cadences; they do not change its version.</summary>
    [Fact]
    public async Task Running_cadences_are_read_and_have_no_part_in_the_version()
    {
        var ledger = await FilledAsync("1", "2");
        var before = await ReadAsync(ledger, "1");
        Assert.SkipUnless(await StartCadenceAsync("1", "Relance été"), "The store knows no cadences.");
        await StartCadenceAsync("1", "Découverte");

        var after = await ReadAsync(ledger, "1");

        Assert.Equal(["Découverte", "Relance été"], after.RunningCadences.Order(StringComparer.Ordinal));
        Assert.Equal(before.Version, after.Version);
        Assert.Empty((await ReadAsync(ledger, "2")).RunningCadences);
    }
}

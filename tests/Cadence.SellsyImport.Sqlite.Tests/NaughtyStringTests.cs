using System.Collections.Immutable;
using System.Text.Json;
using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class NaughtyStringTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("L'Haÿ-les-Roses œ €")]
    [InlineData("👩‍👩‍👧 🏳️‍🌈 𝒳")]
    [InlineData("Robert'); DROP TABLE leads;-- \"")]
    [InlineData("tab\t, CR\r, LF\n, NUL\0 and more")]
    [InlineData("\uFEFF\u2028\u202E")]
    public async Task A_text_comes_back_identical_from_every_text_field(string text) => await AssertIdentical([text]);

    [Fact]
    public async Task The_big_list_of_naughty_strings_comes_back_identical_from_every_text_field()
    {
        var corpora = Corpora.Find();
        Assert.SkipWhen(corpora is null, "shared/corpora was not found above the tests, nor by CADENCE_CORPORA.");

        var texts = JsonSerializer.Deserialize<string[]>(await File.ReadAllBytesAsync(Path.Combine(corpora, "blns.json"), TestContext.Current.CancellationToken))!;
        Assert.True(texts.Length > 500, $"{texts.Length} strings");
        await AssertIdentical(texts);
    }

    private async Task AssertIdentical(string[] texts)
    {
        Lead[] leads = [.. texts.Select((text, index) => Everywhere(index + 1, text))];
        await _store.Ledger.StartAsync(Samples.Start, TestContext.Current.CancellationToken);
        await _store.Ledger.WriteAsync(Samples.Written(1, [.. leads.Select(Samples.Added)]), TestContext.Current.CancellationToken);

        var rows = _store.Query(
            """
            SELECT first_name, last_name, owner_name, owner_sellsy_id, civility, job_position, linkedin, leads.website, note,
                (SELECT address FROM lead_emails WHERE lead_id = leads.id),
                (SELECT text FROM lead_phones WHERE lead_id = leads.id),
                (SELECT e164 FROM lead_phones WHERE lead_id = leads.id),
                tags ->> '$[0]', custom_values ->> '$[0].name', custom_values ->> '$[0].text', unmapped_values ->> '$[0].name',
                unmapped_values ->> '$[0].text', unread_values ->> '$[0].name', unread_values ->> '$[0].text',
                companies.name, companies.email, phone_text, phone_e164, companies.website, size, companies.type,
                address_lines ->> '$[0]', zip_code, city, companies.state, country, siren, siret
            FROM leads JOIN companies ON companies.id = company_id ORDER BY leads.id
            """);
        Assert.Equal(texts.Length, rows.Count);
        for (var i = 0; i < texts.Length; i++)
        {
            Assert.Equal(33, rows[i].Length);
            Assert.All(rows[i], value => Assert.Equal(texts[i], value));
        }

        var read = await _store.Ledger.ReadLeadsAsync([.. leads.Select(lead => lead.SellsyContactId)], TestContext.Current.CancellationToken);
        Assert.Equal(leads.ToHashSet(), read.Select(version => version.Lead).ToHashSet());
        await AssertChangedAndUndone(read);
    }

    private async Task AssertChangedAndUndone(ImmutableArray<LeadVersion> before)
    {
        var ids = before.Select(version => version.Lead.SellsyContactId).ToImmutableArray();
        await _store.Ledger.WriteAsync(
            Samples.Written(20, [.. before.Select(version => Samples.Changed(version, _ => Samples.FullLead() with { SellsyContactId = version.Lead.SellsyContactId }))]),
            TestContext.Current.CancellationToken);
        await _store.Ledger.StartUndoAsync("import-1", Samples.Lease, cancellationToken: TestContext.Current.CancellationToken);
        var batch = (await _store.Ledger.ReadUndoableAsync("import-1", TestContext.Current.CancellationToken))!;
        var undo = batch.Leads.Select(lead => new UndoEntry(lead.Row, lead.SellsyContactId, UndoOutcome.Restored) { Current = lead.Current, Restored = lead.Before });

        Assert.True(await _store.Ledger.UndoAsync(new("import-1", 20, Samples.Lease, [.. undo]), TestContext.Current.CancellationToken));

        var restored = await _store.Ledger.ReadLeadsAsync(ids, TestContext.Current.CancellationToken);
        Assert.Equal(before.Select(version => version.Lead), restored.Select(version => version.Lead));
    }

    private static Lead Everywhere(int id, string text) => Samples.Lead(id) with
    {
        FirstName = text,
        LastName = text,
        NamedOwner = new(text, text),
        Civility = text,
        JobPosition = text,
        LinkedIn = text,
        Website = text,
        Note = text,
        Emails = [new(EmailType.Primary, text)],
        Phones = [new(PhoneType.Phone, text, text)],
        Tags = [text],
        CustomValues = [new(text, text)],
        UnmappedValues = [new(text, text)],
        UnreadValues = [new(text, text)],
        Company = new()
        {
            SellsyId = $"c{id}",
            Name = text,
            Email = text,
            Phone = new(PhoneType.Phone, text, text),
            Website = text,
            Size = text,
            Type = text,
            AddressLines = [text],
            ZipCode = text,
            City = text,
            State = text,
            Country = text,
            Siren = text,
            Siret = text,
        },
    };
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class NaughtyStringTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("L'Haÿ-les-Roses œ €")]
    [InlineData("👩‍👩‍👧 🏳️‍🌈 𝒳")]
    [InlineData("Robert'); DROP TABLE leads;-- \"")]
    [InlineData("tab\t, CR\r, LF\n, BEL\a, \u001B and more")]
    [InlineData("\\N \\. \\x00 \\u0000")]
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
        await _store.AddAsync(1, leads);

        var rows = await _store.QueryAsync(
            """
            SELECT first_name, last_name, owner_name, owner_sellsy_id, civility, job_position, linkedin, leads.website, note,
                (SELECT address FROM lead_emails WHERE lead_id = leads.id),
                (SELECT text FROM lead_phones WHERE lead_id = leads.id),
                (SELECT e164 FROM lead_phones WHERE lead_id = leads.id),
                tags ->> 0, custom_values -> 0 ->> 'name', custom_values -> 0 ->> 'text', unmapped_values -> 0 ->> 'name',
                unmapped_values -> 0 ->> 'text', unread_values -> 0 ->> 'name', unread_values -> 0 ->> 'text',
                companies.name, companies.email, phone_text, phone_e164, companies.website, size, companies.type,
                address_lines ->> 0, zip_code, city, companies.state, country, siren, siret
            FROM leads JOIN companies ON companies.id = company_id ORDER BY leads.id
            """);
        Assert.Equal(texts.Length, rows.Count);
        for (var i = 0; i < texts.Length; i++)
        {
            Assert.Equal(33, rows[i].Length);
            Assert.All(rows[i], value => Assert.Equal(texts[i], value));
        }

        var read = await ReadAsync(leads);
        Assert.Equal(leads.Select(LeadTexts), read.Select(lead => LeadTexts(lead.Lead)));
        await AssertChangedAndUndone(leads, read);
    }

    private async Task AssertChangedAndUndone(Lead[] leads, ImmutableArray<LeadVersion> before)
    {
        await _store.StartAsync("import-2");
        await _store.WriteAsync(
            "import-2", 1, [.. before.Select(lead => new LeadEntry(1, Samples.FullLead() with { SellsyContactId = lead.Lead.SellsyContactId }, Samples.Owner) { Before = lead })]);
        var ledger = (IUndoLedger)_store.Ledger;
        await ledger.StartUndoAsync("import-2", Samples.Lease("token-1"), cancellationToken: Cancellation);
        var batch = (await ledger.ReadUndoableAsync("import-2", Cancellation))!;
        var undo = batch.Leads.Select(lead => new UndoEntry(lead.Row, lead.SellsyContactId, UndoOutcome.Restored) { Current = lead.Current, Restored = lead.Before });

        Assert.True(await ledger.UndoAsync(new("import-2", 1, Samples.Lease("token-1"), [.. undo]), Cancellation));

        Assert.Equal(leads.Select(LeadTexts), (await ReadAsync(leads)).Select(lead => LeadTexts(lead.Lead)));
    }

    private async Task<ImmutableArray<LeadVersion>> ReadAsync(Lead[] leads)
    {
        var read = await _store.Ledger.ReadLeadsAsync([.. leads.Select(lead => lead.SellsyContactId)], Cancellation);
        return [.. read.OrderBy(lead => long.Parse(lead.Lead.SellsyContactId, CultureInfo.InvariantCulture))];
    }

    private static string LeadTexts(Lead lead) => LeadSnapshot.ToJson(new(lead, Samples.Owner, 0));

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

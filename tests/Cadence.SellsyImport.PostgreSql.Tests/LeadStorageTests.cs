using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class LeadStorageTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Every_field_of_a_lead_is_in_its_table()
    {
        Assert.Equal([LeadEntryOutcome.Added], await _store.AddAsync(3, Samples.FullLead()));

        var row = Assert.Single(await _store.QueryAsync(
            """
            SELECT sellsy_contact_id, first_name, last_name, owner_id, owner_name, owner_sellsy_id, civility, job_position, emails::text, phones::text,
                linkedin, website, birthday, tags::text, company_as_told, created_in_sellsy, modified_in_sellsy, email_consent, sms_consent,
                custom_values::text, unmapped_values::text, unread_values::text, created_by_batch, created_from_row, note
            FROM leads
            """));
        Assert.Equal(
            [
                "4711", "Anne-Lise", "d’Étigny", "u-1", "Aline HÉLIAS (Lyon)", "901", "Madame", "Responsable achats",
                """[{"type":"primary","address":"anne-lise@etigny.example"},{"type":"secondary","address":"al@etigny.example"}]""",
                """[{"type":"phone","text":"05 46 77 88 99","e164":"+33546778899"},{"type":"mobile","text":"06.12"},{"type":"fax","text":"+33 (0)5 46 77 88 90","e164":"+33546778890"}]""",
                "https://fr.linkedin.com/in/anne-lise", "www.etigny.example", new DateOnly(1968, 2, 29), """["grand compte","salon \"Lyon\""]""", null,
                new DateTime(2024, 4, 3), new DateTime(2025, 12, 31, 23, 59, 58, 250), true, false,
                """[{"name":"Region","text":"Nouvelle-Aquitaine"},{"name":"Score","text":"7"}]""",
                """[{"name":"Twitter","text":"@al"},{"name":"Twitter","text":"@al2"}]""",
                """[{"name":"Birthday","text":"29/02/68 ?"}]""", 3, 1L, "Première ligne\n« deuxième » ; 'troisième'",
            ],
            row);
    }

    [Fact]
    public async Task Every_field_of_its_company_and_its_owner_is_in_their_tables()
    {
        await _store.AddAsync(1, Samples.FullLead());

        Assert.Equal(
            [
                "88", null, "Étigny & Fils", "contact@etigny.example", "phone", "05 46 00 00 00", "+33546000000", "etigny.example", "11-50",
                "client", """["12 rue des Écoles", "Bâtiment \"C\""]""", "01000", "Bourg-en-Bresse", "Ain", "FR", "732829320",
                "73282932000074", 1,
            ],
            Assert.Single(await _store.QueryAsync(
                """
                SELECT sellsy_id, name_key, name, email, phone_type, phone_text, phone_e164, website, size, type, address_lines::text, zip_code,
                    city, state, country, siren, siret, companies.created_by_batch
                FROM companies WHERE id = (SELECT company_id FROM leads)
                """)));
        Assert.Equal(["u-1", "Aline", "Hélias", "aline@cadence.example", "901", true, null], Assert.Single(await _store.QueryAsync("SELECT * FROM users")));
        Assert.Equal(
            ["import-1", "import-1"],
            Assert.Single(await _store.QueryAsync(
                """
                SELECT (SELECT import_id FROM imports WHERE id = leads.created_by_import),
                    (SELECT import_id FROM imports WHERE id = companies.created_by_import)
                FROM leads JOIN companies ON companies.id = company_id
                """)));
    }

    [Fact]
    public async Task A_blank_is_stored_as_null()
    {
        await _store.AddAsync(1, Samples.Lead(7));

        var row = Assert.Single(await _store.QueryAsync("SELECT * FROM leads"));
        Assert.Equal(31, row.Length);
        var version = Assert.IsType<long>(row[^3]);
        Assert.Equal([1L, "7", "Maëlys", "u-1", 1L, 1, 1L, version, 0, ""], row.Where(value => value is not null));
    }

    [Theory]
    [InlineData("anne-lise@etigny.example", "primary")]
    [InlineData("al@etigny.example", "secondary")]
    public async Task A_lead_is_found_by_each_of_its_e_mail_addresses(string address, string type)
    {
        await _store.AddAsync(1, Samples.Lead(1), Samples.FullLead(), Samples.Lead(2));

        var row = Assert.Single(await _store.QueryAsync(
            "SELECT sellsy_contact_id, type FROM leads JOIN lead_emails ON lead_id = leads.id WHERE address = $1",
            address));
        Assert.Equal(["4711", type], row);
    }

    [Theory]
    [InlineData("e164", "+33546778890", "fax", 3L)]
    [InlineData("text", "06.12", "mobile", 2L)]
    public async Task A_lead_is_found_by_a_phone_number_and_by_its_original_text(string column, string number, string type, long position)
    {
        await _store.AddAsync(1, Samples.Lead(1), Samples.FullLead());

        var row = Assert.Single(await _store.QueryAsync(
            $"SELECT sellsy_contact_id, type, position FROM leads JOIN lead_phones ON lead_id = leads.id WHERE {column} = $1",
            number));
        Assert.Equal(["4711", type, position], row);
    }

    [Fact]
    public async Task An_index_that_a_host_adds_finds_a_lead_by_its_primary_e_mail_address()
    {
        await _store.AddAsync(1, Samples.FullLead());
        await _store.RunAsync("CREATE INDEX leads_primary_email ON leads ((emails -> 0 ->> 'address'))");
        await _store.AddAsync(2, Samples.Lead(5) with { Emails = [new(EmailType.Primary, "x@y.example")] });

        const string Find = "SELECT sellsy_contact_id FROM leads WHERE (emails -> 0 ->> 'address') = 'x@y.example'";
        Assert.Equal(["5"], Assert.Single(await _store.QueryAsync(Find)));
        var plan = await _store.QueryAsync("SET enable_seqscan = off; EXPLAIN " + Find);
        Assert.Contains("leads_primary_email", string.Concat(plan.Select(row => row[0])), StringComparison.Ordinal);
    }
}

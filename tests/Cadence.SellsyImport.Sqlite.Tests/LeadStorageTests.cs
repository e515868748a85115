using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class LeadStorageTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Every_field_of_a_lead_is_in_its_table()
    {
        Assert.Equal([LeadEntryOutcome.Added], await _store.AddAsync(3, Samples.FullLead()));

        var row = Assert.Single(_store.Query(
            """
            SELECT sellsy_contact_id, first_name, last_name, owner_id, owner_name, owner_sellsy_id, civility, job_position, emails, phones,
                linkedin, website, birthday, tags, company_as_told, created_in_sellsy, modified_in_sellsy, email_consent, sms_consent,
                custom_values, unmapped_values, unread_values, created_by_batch, created_from_row, note
            FROM leads
            """));
        Assert.Equal(
            [
                "4711", "Anne-Lise", "d’Étigny", "u-1", "Aline HÉLIAS (Lyon)", "901", "Madame", "Responsable achats",
                """[{"type":"primary","address":"anne-lise@etigny.example"},{"type":"secondary","address":"al@etigny.example"}]""",
                """[{"type":"phone","text":"05 46 77 88 99","e164":"+33546778899"},{"type":"mobile","text":"06.12"},{"type":"fax","text":"+33 (0)5 46 77 88 90","e164":"+33546778890"}]""",
                "https://fr.linkedin.com/in/anne-lise", "www.etigny.example", "1968-02-29", """["grand compte","salon \"Lyon\""]""", null,
                "2024-04-03T00:00:00", "2025-12-31T23:59:58.25", 1L, 0L,
                """[{"name":"Region","text":"Nouvelle-Aquitaine"},{"name":"Score","text":"7"}]""",
                """[{"name":"Twitter","text":"@al"},{"name":"Twitter","text":"@al2"}]""",
                """[{"name":"Birthday","text":"29/02/68 ?"}]""", 3L, 1L, "Première ligne\n« deuxième » ; 'troisième'",
            ],
            row);
    }

    [Fact]
    public async Task The_companies_that_merged_rows_added_are_linked_in_their_order()
    {
        var lead = new Lead
        {
            SellsyContactId = "1",
            Company = new LeadCompany { SellsyId = "7", Name = "Acme" },
            OtherCompanies = [new LeadCompany { Name = "Globex" }, new LeadCompany { SellsyId = "9", Name = "Initech" }],
        };

        await _store.AddAsync(1, lead);
        await _store.AddAsync(2, lead);

        Assert.Equal(
            [[1L, "Globex"], [2L, "Initech"]],
            _store.Query("SELECT position, name FROM lead_other_companies JOIN companies ON companies.id = company_id ORDER BY position"));
        Assert.Equal(3L, Assert.Single(_store.Query("SELECT count(*) FROM companies"))[0]);
    }

    [Fact]
    public async Task Every_field_of_its_company_and_its_owner_is_in_their_tables()
    {
        await _store.AddAsync(1, Samples.FullLead());

        Assert.Equal(
            [
                "88", null, "Étigny & Fils", "contact@etigny.example", "phone", "05 46 00 00 00", "+33546000000", "etigny.example", "11-50",
                "client", """["12 rue des Écoles","Bâtiment \"C\""]""", "01000", "Bourg-en-Bresse", "Ain", "FR", "732829320",
                "73282932000074", 1L,
            ],
            Assert.Single(_store.Query(
                """
                SELECT sellsy_id, name_key, name, email, phone_type, phone_text, phone_e164, website, size, type, address_lines, zip_code,
                    city, state, country, siren, siret, companies.created_by_batch
                FROM companies WHERE id = (SELECT company_id FROM leads)
                """)));
        Assert.Equal(["u-1", "Aline", "Hélias", "aline@cadence.example", "901", 1L, null], Assert.Single(_store.Query("SELECT * FROM users")));
        Assert.Equal(
            ["import-1", "import-1"],
            Assert.Single(_store.Query(
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

        var row = Assert.Single(_store.Query("SELECT * FROM leads"));
        Assert.Equal(31, row.Length);
        Assert.Equal([1L, "7", "Maëlys", "u-1", 1L, 1L, 1L, row[27], 0L, ""], row.Where(value => value is not null));
    }

    [Theory]
    [InlineData("anne-lise@etigny.example", "primary")]
    [InlineData("al@etigny.example", "secondary")]
    public async Task A_lead_is_found_by_each_of_its_e_mail_addresses(string address, string type)
    {
        await _store.AddAsync(1, Samples.Lead(1), Samples.FullLead(), Samples.Lead(2));

        var row = Assert.Single(_store.Query(
            "SELECT sellsy_contact_id, type FROM leads JOIN lead_emails ON lead_id = leads.id WHERE address = $address",
            ("$address", address)));
        Assert.Equal(["4711", type], row);
    }

    [Theory]
    [InlineData("e164", "+33546778890", "fax", 3L)]
    [InlineData("text", "06.12", "mobile", 2L)]
    public async Task A_lead_is_found_by_a_phone_number_and_by_its_original_text(string column, string number, string type, long position)
    {
        await _store.AddAsync(1, Samples.Lead(1), Samples.FullLead());

        var row = Assert.Single(_store.Query(
            $"SELECT sellsy_contact_id, type, position FROM leads JOIN lead_phones ON lead_id = leads.id WHERE {column} = $number",
            ("$number", number)));
        Assert.Equal(["4711", type, position], row);
    }

    [Fact]
    public async Task An_index_that_a_host_adds_finds_a_lead_by_its_primary_e_mail_address()
    {
        await _store.AddAsync(1, Samples.FullLead());
        _store.Run("CREATE INDEX leads_primary_email ON leads (emails ->> '$[0].address')");
        await _store.AddAsync(2, Samples.Lead(5) with { Emails = [new(EmailType.Primary, "x@y.example")] });

        const string Find = "SELECT sellsy_contact_id FROM leads WHERE emails ->> '$[0].address' = 'x@y.example'";
        Assert.Equal(["5"], Assert.Single(_store.Query(Find)));
        Assert.Contains("USING INDEX leads_primary_email", (string)_store.Query("EXPLAIN QUERY PLAN " + Find)[0][3]!, StringComparison.Ordinal);
    }
}

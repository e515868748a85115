using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Tests.Importing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>Whose file it is: exports of other programs and Sellsy's other lists are refused by name, and no contact export of Sellsy is.</summary>
public sealed class ForeignProgramsTests
{
    private const string Pipedrive =
        "ID,Nom,Prénom,Nom de famille,Organisation,E-mail,Téléphone,Propriétaire,Étiquette,Personne créée\n"
        + "51,Jean Dupont,Jean,Dupont,Acme,jean@exemple.fr,01 23 45 67 89,Hélène Aubrac,Hot,2024-01-02 10:00:00\n";

    private const string Zoho =
        "Contact Id,Contact Owner,First Name,Last Name,Email,Date of Birth,Company Name,Mobile,Phone,Email Opt Out,Tag,Created Time\n"
        + "4150868000000421000,Hélène Aubrac,Jean,Dupont,jean@exemple.fr,,Acme,06 12 34 56 78,01 23 45 67 89,false,vip,2024-01-02 10:00:00\n";

    private const string Brevo =
        "\uFEFFCONTACT ID;EMAIL;NOM;PRENOM;SMS;DOUBLE_OPT-IN;ADDED_TIME;MODIFIED_TIME\n"
        + "1;jean0@exemple.fr;Dupont;Jean;33612345678;Yes;12-03-2025;12-03-2025\n";

    private const string Axonaut =
        "ID;Société;Civilité;Prénom;Nom;Email;Téléphone;Portable;Fonction;Commercial\n"
        + "51;Acme;M.;Jean;Dupont;jean@exemple.fr;01 23 45 67 89;06 12 34 56 78;Gérant;Hélène Aubrac\n";

    private const string Individuals =
        "ID Sellsy;Type;Référence;Civilité;Prénom;Nom;Email;Téléphone;Mobile;Propriétaire;Smart-tags;Encours\n"
        + "88001;Client;CLI-0001;M.;Jean;Dupont;j@x.fr;0123456789;0612345678;Hélène Aubrac;vip;0,00\n";

    private const string Clients =
        "ID SOCIETE SELLSY;TYPE SOCIETE;NOM SOCIETE;SIRET SOCIETE;EMAIL SOCIETE;TELEPHONE SOCIETE;ADRESSE PARTIE 1;CODE POSTAL;VILLE;NOM CONTACT;"
        + "PRENOM CONTACT;EMAIL CONTACT;TELEPHONE CONTACT;MOBILE CONTACT;FONCTION CONTACT;CONTACT PRINCIPAL\n"
        + "7701;SARL;Acme;73282932000074;c@acme.fr;0199001234;1 rue X;75001;Paris;Dupont;Jean;j@acme.fr;;0612345678;Gérant;Y\n";

    private const string WithoutId = "PRENOM CONTACT;NOM CONTACT;EMAIL CONTACT\nJean;Dupont;j@x.fr\nAnne;Martin;a@x.fr\n";

    private static readonly HeadingCorpus Corpus = HeadingCorpus.Load();

    [Theory]
    [InlineData(Pipedrive, "Pipedrive")]
    [InlineData(Zoho, "Zoho")]
    [InlineData(Brevo, "Brevo")]
    [InlineData("CONTACT ID;EMAIL;NOM;PRENOM;SMS;DOUBLE_OPT-IN;NOM_SOCIETE;TELEPHONE_SOCIETE;PROPRIETAIRE\n1;a@exemple.fr;Petit;Anne;;1;Acme;;Ada\n", "Brevo")]
    [InlineData(Axonaut, "Axonaut")]
    public async Task The_export_of_another_program_is_refused_with_its_name(string csv, string program)
    {
        var exception = await OpenAsync(csv);

        Assert.Equal(ErrorCodes.ExportOfAnotherProgram, exception.Code);
        Assert.Equal(
            $"contacts.csv is an export of {program}, whose ids are not those of Sellsy; an export of Sellsy's contacts is expected. In Sellsy, on the list "
            + "of contacts, choose Actions > Export CSV with all available columns.",
            exception.Message);
    }

    [Theory]
    [InlineData(Individuals, "individuals")]
    [InlineData("Sellsy ID;Type;Reference;First name;Name;Email;Owner;Outstanding\n1;Client;C1;A;B;a@x.fr;Ada;0\n", "individuals")]
    [InlineData("Nom;Type;Référence;N° SIREN;Contact principal;Encours;Propriétaire\nAcme;Client;C1;;Jean;0;Ada\n", "companies")]
    [InlineData("Name;Type;Reference;SIREN;Main contact;Owner\nAcme;Client;C1;;Jean;Ada\n", "companies")]
    [InlineData("Raison sociale;SIRET;N° TVA;Ville\nAcme;;;Paris\n", "companies")]
    [InlineData("Nom;Pipeline;Étape;Probabilité;Montant potentiel;Propriétaire\nAffaire;Ventes;Qualif;50;1000;Ada\n", "opportunities")]
    [InlineData("Name;Pipeline;Step;Probability;Potential;Owner\nDeal;Sales;One;50;1000;Ada\n", "opportunities")]
    [InlineData("Numéro;Client;Objet;Date;Date d'expiration;Statut;Montant HT;Montant TTC\nD-1;Acme;X;;;;1;1\n", "quotes")]
    [InlineData("N° devis;Client;Date;Statut\nD-1;Acme;;\n", "quotes")]
    public async Task Another_list_of_Sellsy_is_refused_with_its_name(string csv, string list)
    {
        var exception = await OpenAsync(csv);

        Assert.Equal((ErrorCodes.ExportOfAnotherKind, list), (exception.Code, exception.Arguments[^1]));
        Assert.EndsWith("In Sellsy, export the list of contacts.", exception.Message, StringComparison.Ordinal);
        Assert.NotEqual(
            ImportTexts.French.ErrorText(exception.Code, ["contacts.csv", "?"]),
            ImportTexts.French.ErrorText(exception.Code, exception.Arguments));
    }

    [Fact]
    public async Task A_list_that_may_be_that_of_private_customers_says_so()
    {
        const string csv = "ID Sellsy;Type;Référence;Prénom;Nom;Propriétaire\n1;Client;C1;A;B;Marie Durand\n";
        using var host = new ImportHost();

        var overview = await host.Importer.OpenAsync(ImportHost.Source(csv), ImportHost.Cancellation);

        Assert.Contains(overview.Format.Findings, finding => finding.Code == IssueCodes.PerhapsIndividuals);
        Assert.DoesNotContain(await FindingsAsync(csv.Replace("Nom", "Fonction", StringComparison.Ordinal)), code => code == IssueCodes.PerhapsIndividuals);
    }

    [Fact]
    public async Task A_list_of_clients_has_no_contact_id_and_the_advice_is_the_list_of_contacts()
    {
        using var host = new ImportHost();

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => host.PreviewAsync(
            ImportHost.Source(Clients), mapping => mapping.WithConstant(LeadFields.Owner, "Marie Durand")));

        Assert.Equal(ErrorCodes.MandatoryFieldsNotMapped, exception.Code);
        Assert.Equal(
            "contacts.csv has no column that is known to hold the ids of Sellsy's contacts; fields not mapped: SellsyContactId. In Sellsy, on the list of "
            + "contacts (a list of clients or companies has no contact id), choose Actions > Export CSV with all available columns. Map an id column by hand "
            + "only if its ids are those of Sellsy's contacts.",
            exception.Message);
        Assert.DoesNotContain("onstant", ImportTexts.French.ErrorText(exception.Code, exception.Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_constant_for_the_identity_is_refused()
    {
        using var host = new ImportHost();
        var overview = await host.Importer.OpenAsync(ImportHost.Source(WithoutId), ImportHost.Cancellation);

        var exception = Assert.Throws<SellsyImportException>(() => overview.Suggestion.Mapping.WithConstant(LeadFields.SellsyContactId, "5"));

        Assert.Equal((ErrorCodes.IdentityConstant, "SellsyContactId"), (exception.Code, exception.Arguments[0]));
        var profile = ImportProfile.Parse("""{"version":1,"fields":{"SellsyContactId":{"constant":"5"}}}""", "p.json");
        exception = Assert.Throws<SellsyImportException>(() => profile.ApplyTo("contacts.csv", overview.Columns, []));
        Assert.Equal(ErrorCodes.IdentityConstant, exception.Code);
    }

    [Theory]
    [InlineData("ID;Prénom;Nom;Propriétaire", "ID")]
    [InlineData("Identifiant;Prénom;Nom;Propriétaire", "Identifiant")]
    [InlineData("Contact ID;Prénom;Nom;Propriétaire", "Contact ID")]
    [InlineData("id;first_name;owner.id", "id")]
    public async Task An_id_that_may_be_that_of_another_program_feeds_nothing_by_itself_and_is_named(string headings, string column)
    {
        using var host = new ImportHost();
        var overview = await host.Importer.OpenAsync(WithOneRow(headings), ImportHost.Cancellation);

        Assert.Null(overview.Suggestion.Mapping.Find(LeadFields.SellsyContactId));
        var finding = Assert.Single(overview.Suggestion.Findings);
        Assert.Equal((IssueCodes.IdColumnUncertain, column), (finding.Code, finding.Column));
        Assert.Equal<string>([column, "0"], finding.Arguments);
        Assert.Contains(overview.Format.Findings, found => found.Code == IssueCodes.HeadingsNotOfSellsy);
    }

    [Theory]
    [InlineData("CONTACT ID;PRENOM CONTACT;Propriétaire")]
    [InlineData("Contact ID;Prénom;Smart-tags")]
    [InlineData("id;first_name;owner.id;social.linkedin;is_archived")]
    [InlineData("ID Sellsy;Prénom")]
    public async Task An_id_beside_headings_of_Sellsy_feeds_the_identity(string headings)
    {
        using var host = new ImportHost();
        var overview = await host.Importer.OpenAsync(WithOneRow(headings), ImportHost.Cancellation);

        Assert.Equal(0, overview.Suggestion.Mapping.Find(LeadFields.SellsyContactId)?.Column?.Index);
        Assert.Empty(overview.Suggestion.Findings);
        Assert.DoesNotContain(overview.Format.Findings, found => found.Code == IssueCodes.HeadingsNotOfSellsy);
    }

    [Fact]
    public void Every_export_of_another_program_is_recognised_also_in_other_cases_and_orders()
    {
        var looked = 0;
        foreach (var row in Corpus.Rows.Where(row => row.Program is not null))
        {
            Assert.Equal(row.Program, ForeignPrograms.Recognise(row.Headings));
            Assert.Equal(row.Program, ForeignPrograms.Recognise(row.Headings.Reverse().Select(heading => heading.ToUpperInvariant())));
            looked++;
        }

        Assert.True(looked > 50, $"{looked} heading rows");
        Assert.Equal(12, Corpus.Rows.Select(row => row.Program).OfType<string>().Distinct().Count());
    }

    /// <summary>An account can add columns of any name, and can rename those that it added.</summary>
    [Fact]
    public void No_contact_export_of_Sellsy_is_refused_whatever_columns_the_account_has_added()
    {
        string[] custom = [.. Corpus.Rows.Where(row => row.Program is not null).SelectMany(row => row.Headings).Distinct()];
        HeadingCorpus.Row[] families = [.. Corpus.Rows.Where(row => row.Name.StartsWith("family", StringComparison.Ordinal) && row.Fields.Contains("SellsyContactId"))];
        Assert.True(families.Length > 60, $"{families.Length} heading rows");
        var files =
            from family in Gen.Elements(families)
            from added in Gen.SubListOf(custom)
            from order in Gen.Shuffle(family.Headings.Concat(added).ToArray())
            select order;
        Prop.ForAll(files.ToArbitrary(), headings => ForeignPrograms.Recognise(headings) is null).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Theory]
    [InlineData("family A, all columns")]
    [InlineData("family B, all columns")]
    [InlineData("family C, displayed columns")]
    public void No_contact_export_of_Sellsy_is_taken_for_another_list_of_Sellsy_whatever_columns_the_account_has_added(string name)
    {
        string[] custom =
        [
            "Encours", "Type", "Référence", "Pipeline", "Étape", "Montant", "Probabilité", "Numéro", "Montant TTC", "Contacts", "N° TVA", "Titre", "Label",
            "Source", "Date d'expiration", "Raison sociale", "Opportunité",
        ];
        var family = Corpus.Rows.Single(row => row.Name == name);
        Prop.ForAll(
            Gen.SubListOf(custom).ToArbitrary(),
            added => ForeignExports.Recognise([.. family.Headings, .. added]) is null && ForeignPrograms.Recognise([.. family.Headings, .. added]) is null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static ImportSource WithOneRow(string headings) =>
        ImportHost.Source($"{headings}\n1;A{new string(';', headings.Count(character => character == ';') - 1)}\n");

    private static async Task<SellsyImportException> OpenAsync(string csv)
    {
        using var host = new ImportHost();
        var source = ImportSource.FromBytes("contacts.csv", Encoding.UTF8.GetBytes(csv));
        return await Assert.ThrowsAsync<SellsyImportException>(() => host.Importer.OpenAsync(source, ImportHost.Cancellation));
    }

    private static async Task<IEnumerable<string>> FindingsAsync(string csv)
    {
        using var host = new ImportHost();
        return (await host.Importer.OpenAsync(ImportHost.Source(csv), ImportHost.Cancellation)).Format.Findings.Select(finding => finding.Code);
    }
}

using System.Collections.Immutable;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Mapping;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

public sealed class ImportProfileTests
{
    private const string Json = """
        {
          "version": 1,
          "fields": {
            "FirstName": {
              "column": "Prénom"
            },
            "LastName": {
              "column": "Nom",
              "occurrence": 2
            },
            "Owner": {
              "constant": "Jean L'Hénaff"
            }
          },
          "owners": {
            "m. durand": "u-12"
          }
        }
        """;

    private static readonly LeadFieldCollection Fields = [];

    [Fact]
    public void A_profile_is_indented_JSON_in_the_order_of_the_fields_with_French_letters()
    {
        var columns = SampleFile.Columns("Nom", "Prénom", "Nom");
        var mapping = FieldMapping.Empty
            .WithConstant(LeadFields.Owner, "Jean L'Hénaff")
            .WithColumn(LeadFields.LastName, columns[2])
            .WithColumn(LeadFields.FirstName, columns[1]);

        Assert.Equal(Json, ImportProfile.From(mapping, OwnerDecisions.None.With("m. durand", "u-12"), columns).ToJson());
    }

    [Fact]
    public void A_field_of_the_host_comes_after_those_of_Cadence()
    {
        var mapping = FieldMapping.Empty
            .WithConstant(new("Zone", LeadFieldKind.Text), "1")
            .WithConstant(new("Alpha", LeadFieldKind.Text), "2")
            .WithConstant(LeadFields.SmsConsent, "non");

        Assert.Equal(["SmsConsent", "Alpha", "Zone"], ImportProfile.From(mapping).Fields.Select(field => field.Field));
    }

    [Fact]
    public void What_was_saved_reads_back_the_same()
    {
        var profile = ImportProfile.Parse(Json, "p.json");

        Assert.Equal(Json, profile.ToJson());
        Assert.Equal(ImportProfile.Parse(Json, "q.json"), profile);
        Assert.NotEqual(ImportProfile.Parse("""{"version":1}""", "p.json"), profile);
        Assert.Equal("u-12", profile.Owners.Find(" m.  durand"));
        Assert.Null(profile.Owners.Find("M. DURAND"));
        Assert.Equal("ImportProfile, 3 fields, 1 owners", profile.ToString());
    }

    [Fact]
    public void Decisions_on_matches_are_saved_and_read_back()
    {
        var decisions = MatchDecisions.None.WithSame("101", "7").WithNew("102").ForOthers(MatchDecision.Same);
        var profile = ImportProfile.From(FieldMapping.Empty).WithMatchDecisions(decisions);

        var read = ImportProfile.Parse(profile.ToJson(), "p.json");

        Assert.Contains("\"matches\": {\n    \"101\": \"7\",\n    \"102\": \"\"\n  },\n  \"otherMatches\": \"same\"", profile.ToJson(), StringComparison.Ordinal);
        Assert.Equal(decisions, read.MatchDecisions);
        Assert.Equal(profile, read);
        Assert.DoesNotContain("atches", ImportProfile.From(FieldMapping.Empty).ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_feeds_the_fields_from_its_columns_and_constants()
    {
        var mapping = ImportProfile.Parse(Json, "p.json").ApplyTo("contacts.csv", SampleFile.Columns("PRENOM", "nom", "Score", "NOM"), Fields);

        Assert.Equal(0, mapping.Find(LeadFields.FirstName)!.Column!.Index);
        Assert.Equal(3, mapping.Find(LeadFields.LastName)!.Column!.Index);
        Assert.Equal("Jean L'Hénaff", mapping.Find(LeadFields.Owner)!.Constant);
        Assert.All(mapping.Assignments, assignment => Assert.Equal(MappingEvidence.Profile, assignment.Evidence));
    }

    [Fact]
    public void The_fields_are_those_of_the_import_with_its_changed_rules()
    {
        LeadFieldCollection fields = [];
        fields.Change("LastName", field => field with { IsMandatory = true });
        var mapping = ImportProfile.Parse(Json, "p.json").ApplyTo("contacts.csv", SampleFile.Columns("Prénom", "Nom", "Nom"), fields);

        Assert.True(mapping.Find(LeadFields.LastName)!.Field.IsMandatory);
    }

    [Fact]
    public void A_profile_whose_columns_are_no_longer_in_the_file_names_all_of_them()
    {
        var exception = Refusal(Json, SampleFile.Columns("Nom", "E-mail"));

        Assert.Equal(ErrorCodes.ColumnsNotFound, exception.Code);
        Assert.Equal<string>(["contacts.csv", "Prénom, Nom (2)"], exception.Arguments);
    }

    [Fact]
    public void A_profile_with_fields_that_the_import_does_not_have_names_them()
    {
        var exception = Refusal("""{"version":1,"fields":{"Prenom":{"column":"a"},"Nom":{"column":"b"},"Email":{"column":"c"}}}""", []);

        Assert.Equal(ErrorCodes.FieldUnknown, exception.Code);
        Assert.Equal("Nom, Prenom", exception.Arguments[0]);
        Assert.StartsWith("SellsyContactId, FirstName, LastName, ", exception.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_that_occurs_twice_needs_its_occurrence()
    {
        var exception = Refusal("""{"version":1,"fields":{"LastName":{"column":"nom"}}}""", SampleFile.Columns("Nom", "Prénom", "Nom"));

        Assert.Equal(ErrorCodes.ColumnAmbiguous, exception.Code);
        Assert.Equal<string>(["contacts.csv", "nom", "#0, #2"], exception.Arguments);
    }

    [Fact]
    public void Without_an_occurrence_the_heading_as_it_is_spelt_goes_before_its_other_spellings() =>
        Assert.Equal(1, Apply("""{"version":1,"fields":{"LastName":{"column":"Nom"}}}""", SampleFile.Columns("NOM", "Nom")).Find(LeadFields.LastName)!.Column!.Index);

    [Fact]
    public void Two_fields_are_not_fed_by_one_column()
    {
        var json = """{"version":1,"fields":{"LastName":{"column":"Nom"},"Company":{"column":"Nom","occurrence":1}}}""";
        var exception = Refusal(json, SampleFile.Columns("Nom"));

        Assert.Equal(ErrorCodes.ColumnsNotFound, exception.Code);
        Assert.Equal<string>(["contacts.csv", "Nom (1)"], exception.Arguments);
    }

    [Theory]
    [InlineData("", "line 1, byte 1: no JSON of a profile")]
    [InlineData("Marie Durand", "line 1, byte 1: no JSON of a profile")]
    [InlineData("{\n  \"version\": 1,\n  \"owners\": { \"Marie Durand\": u-12 }\n}", "line 3, byte 31: no JSON of a profile")]
    [InlineData("[]", "no version")]
    [InlineData("{}", "no version")]
    [InlineData("null", "no version")]
    [InlineData("""{"version":"1"}""", "a version that is no whole number")]
    [InlineData("""{"version":1.5}""", "a version that is no whole number")]
    [InlineData("""{"version":2,"mapping":{}}""", "version 2 is unknown")]
    [InlineData("""{"version":1,"fields":{"FirstName":{"colum":"Prénom"}}}""", "line 1, byte 45: no JSON of a profile")]
    [InlineData("""{"version":1,"fields":{"FirstName":"Prénom"}}""", "line 1, byte 45: no JSON of a profile")]
    [InlineData("""{"version":1,"fields":{"FirstName":{},"FirstName":{}}}""", "line 1, byte 53: no JSON of a profile")]
    [InlineData("""{"version":1,"fields":{"FirstName":null}}""", "fields, entry 1: neither a column nor a constant")]
    [InlineData("""{"version":1,"fields":{"FirstName":{}}}""", "fields, entry 1: neither a column nor a constant")]
    [InlineData("""{"version":1,"fields":{"FirstName":{"column":"a","constant":"b"}}}""", "fields, entry 1: both a column and a constant")]
    [InlineData("""{"version":1,"fields":{"FirstName":{"constant":" "}}}""", "fields, entry 1: a blank constant")]
    [InlineData("""{"version":1,"fields":{"FirstName":{"constant":"a","occurrence":1}}}""", "fields, entry 1: an occurrence without a column")]
    [InlineData("""{"version":1,"fields":{"FirstName":{"column":"a","occurrence":0}}}""", "fields, entry 1: an occurrence below 1")]
    [InlineData("""{"version":1,"fields":{"FirstName":{"column":"Nom"},"LastName":{"column":"NOM"}}}""", "fields, entry 2: the column of an earlier field")]
    [InlineData("""{"version":1,"owners":{"Marie Durand":null}}""", "owners, entry 1: a blank name or user id")]
    [InlineData("""{"version":1,"owners":{"Marie Durand":"1","Marie  Durand ":"2"}}""", "owners, entry 2: the owner of an earlier entry")]
    [InlineData("""{"version":1,"blankOwner":" "}""", "blankOwner or unknownOwner: a blank user id")]
    [InlineData("""{"version":1,"unknownOwner":""}""", "blankOwner or unknownOwner: a blank user id")]
    [InlineData("""{"version":1,"matches":{" ":"7"}}""", "matches: a blank contact id; or otherMatches: neither same nor new")]
    [InlineData("""{"version":1,"matches":{"101":null}}""", "matches: a blank contact id; or otherMatches: neither same nor new")]
    [InlineData("""{"version":1,"otherMatches":"Same"}""", "matches: a blank contact id; or otherMatches: neither same nor new")]
    [InlineData("""{"version":1,"\ud800ds":{}}""", "half of a surrogate pair in a name")]
    public void A_profile_that_cannot_be_read_tells_the_place_and_never_the_content(string json, string found)
    {
        var exception = Assert.Throws<SellsyImportException>(() => ImportProfile.Parse(json, "p.json"));

        Assert.Equal(ErrorCodes.ProfileUnreadable, exception.Code);
        Assert.Equal($"p.json is no readable mapping profile: {found}. Save it again from the mapping.", exception.Message);
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_text()
    {
        var exception = Assert.Throws<SellsyImportException>(() => ImportProfile.Parse("{\uD800", "p.json"));

        Assert.Equal<string>(["p.json", "2", "HalfCharacter"], exception.Arguments);
    }

    [Theory]
    [InlineData("Marie Durand", "ligne 1, octet 1 : ce n'est pas le JSON d'un profil")]
    [InlineData("{}", "aucune version")]
    [InlineData("""{"version":1,"fields":{"FirstName":{}}}""", "fields, entrée 1 : ni colonne ni constante")]
    public void A_profile_that_cannot_be_read_is_told_in_French_too(string json, string found)
    {
        var exception = Assert.Throws<SellsyImportException>(() => ImportProfile.Parse(json, "p.json"));

        Assert.Equal(
            $"p.json n'est pas un profil de mappage lisible : {found}. Enregistrez-le de nouveau depuis le mappage.",
            ImportTexts.French.ErrorText(exception.Code, exception.Arguments));
    }

    [Fact]
    public void Every_fault_of_a_profile_has_a_text_of_its_own()
    {
        var faults = Enum.GetNames<ProfileFault>();

        Assert.Equal(21, faults.Length);
        foreach (var texts in new[] { ImportTexts.French, ImportTexts.English })
        {
            Assert.Equal(21, faults.Select(fault => texts.ErrorText(ErrorCodes.ProfileUnreadable, ["p.json", "1", "2", fault])).Distinct().Count());
        }
    }

    [Fact]
    public void The_text_of_a_field_does_not_tell_its_constant() =>
        Assert.Equal(
            ["FirstName: Prénom", "LastName: Nom (2)", "Owner: constant"],
            ImportProfile.Parse(Json, "p.json").Fields.Select(field => field.ToString()));

    private static FieldMapping Apply(string json, ImmutableArray<ExportColumn> columns) =>
        ImportProfile.Parse(json, "p.json").ApplyTo("contacts.csv", columns, Fields);

    private static SellsyImportException Refusal(string json, ImmutableArray<ExportColumn> columns) =>
        Assert.Throws<SellsyImportException>(() => Apply(json, columns));
}

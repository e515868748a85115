using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Tests.Importing;
using Cadence.SellsyImport.Values;
using Json.Schema;
using Xunit;

namespace Cadence.SellsyImport.Tests.Documents;

/// <summary>Holds the JSON schemas of <c>docs/schemas</c> to the files that the library writes and reads.</summary>
public sealed class SchemaTests : IDisposable
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lazy<JsonSchema> Profile = new(() => JsonSchema.FromText(File.ReadAllText(SchemaPath("profile"))));

    private readonly string _folder = Directory.CreateTempSubdirectory("cadence-schemas-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_profile_that_the_library_writes_fits_the_schema()
    {
        using var host = new ImportHost();
        var source = ImportHost.Source("ID Sellsy;Prénom;Nom;Propriétaire;E-mail;E-mail;Newsletter\n1;Anne;Petit;Marie Durand;;;Abonné\n");
        var overview = await host.Importer.OpenAsync(source, TestContext.Current.CancellationToken);
        var mapping = overview.Suggestion.Mapping
            .WithColumn(LeadFields.EmailConsent, overview.Columns[6])
            .WithValue(overview.Columns[6], "Abonné", "oui")
            .WithConstant(LeadFields.Civility, "Madame");
        var profile = ImportProfile.From(mapping, OwnerDecisions.None.With("Paul Martin", "u3").ForBlank("u1").ForUnknown("u2"), overview.Columns)
            .WithOverrides(new ReadingOverrides { Encoding = "windows-1252", Separator = ';', HeadingRow = 1, ShortRows = ShortRows.Blank }.WithDateOrder("Birthday", DateOrder.MonthFirst))
            .WithMatchDecisions(MatchDecisions.None.WithSame("101", "7").WithNew("102").ForOthers(MatchDecision.Same));
        var path = Path.Combine(_folder, "profile.json");

        await profile.SaveAsync(path, TestContext.Current.CancellationToken);

        Assert.True(Fits(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_profile_of_the_document_fits_the_schema_and_can_be_read()
    {
        var lines = Repository.LinesOf(Repository.PathOf("docs", "profiles.md"));
        var json = string.Join('\n', lines.SkipWhile(line => line != "    {").TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal)));
        var path = Path.Combine(_folder, "profile.json");
        await File.WriteAllTextAsync(path, json, TestContext.Current.CancellationToken);

        var profile = await ImportProfile.LoadAsync(path, TestContext.Current.CancellationToken);

        Assert.True(Fits(json));
        Assert.Equal(6, profile.Fields.Length);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"version":1,"field":{}}""")]
    [InlineData("""{"version":1,"fields":{"FirstName":{}}}""")]
    [InlineData("""{"version":1,"fields":{"FirstName":{"column":"Prénom","constant":"Anne"}}}""")]
    [InlineData("""{"version":1,"fields":{"FirstName":{"constant":" "}}}""")]
    [InlineData("""{"version":1,"fields":{"FirstName":{"column":"Prénom","occurrence":0}}}""")]
    [InlineData("""{"version":1,"fields":{"FirstName":{"column":"Prénom","values":{" a":"b"}}}}""")]
    [InlineData("""{"version":1,"owners":{"Paul":""}}""")]
    [InlineData("""{"version":1,"blankOwner":" "}""")]
    [InlineData("""{"version":1,"matches":{" ":"7"}}""")]
    [InlineData("""{"version":1,"matches":{"101":" "}}""")]
    [InlineData("""{"version":1,"matches":{"101":null}}""")]
    [InlineData("""{"version":1,"otherMatches":"both"}""")]
    [InlineData("""{"version":1,"reading":{"separator":";;"}}""")]
    [InlineData("""{"version":1,"reading":{"headingRow":0}}""")]
    [InlineData("""{"version":1,"reading":{"dateOrders":{"Birthday":"ymd"}}}""")]
    public async Task What_the_schema_refuses_the_library_refuses(string json)
    {
        var path = Path.Combine(_folder, "profile.json");
        await File.WriteAllTextAsync(path, json, TestContext.Current.CancellationToken);

        Assert.False(Fits(json));
        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => ImportProfile.LoadAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCodes.ProfileUnreadable, exception.Code);
    }

    [Fact]
    public void The_schema_of_a_plan_is_that_of_the_types_that_write_it()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true };
        var schema = (JsonObject)PlanJson.Relaxed.PlanDocument.GetJsonSchemaAsNode(options);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", $"JSON of a plan of Cadence.SellsyImport, version {PlanFile.Version}");
        var actual = schema.ToJsonString(Written) + "\n";
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(SchemaPath("plan"), actual);
        }

        Assert.Equal(File.Exists(SchemaPath("plan")) ? File.ReadAllText(SchemaPath("plan")) : "", actual);
    }

    private static bool Fits(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Profile.Value.Evaluate(document.RootElement).IsValid;
    }

    private static string SchemaPath(string name) => Repository.PathOf("docs", "schemas", $"{name}.schema.json");
}

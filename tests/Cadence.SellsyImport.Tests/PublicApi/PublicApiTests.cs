using System.Reflection;
using Cadence.SellsyImport.Tests.Documents;
using Xunit;

namespace Cadence.SellsyImport.Tests.PublicApi;

/// <summary>A change of the public surface is a change of an approved file in the same commit. <c>APPROVE=1 dotnet test</c> writes them.</summary>
public sealed class PublicApiTests
{
    internal static readonly string[] Assemblies =
    [
        "Cadence.SellsyImport", "Cadence.SellsyImport.AspNetCore", "Cadence.SellsyImport.EntityFrameworkCore", "Cadence.SellsyImport.Excel",
        "Cadence.SellsyImport.PostgreSql", "Cadence.SellsyImport.Quartz", "Cadence.SellsyImport.Sqlite", "Cadence.SellsyImport.Testing",
    ];

    public static TheoryData<string> Names => [.. Assemblies];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_public_surface_is_the_approved_one(string name)
    {
        var path = Repository.PathOf("tests", "Cadence.SellsyImport.Tests", "PublicApi", $"{name}.approved.txt");
        var actual = ApiDump.Of(Assembly.Load(name));
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(path, actual);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (approved != actual)
        {
            Assert.Fail(
                $"The public surface of {name} differs from {Path.GetFileName(path)}:\n{Difference(approved, actual)}\n"
                + "If that is meant, run the tests once with the environment variable APPROVE=1 and commit the file with the change.");
        }
    }

    [Fact]
    public void Every_library_under_src_is_looked_at()
    {
        var projects = Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => !File.ReadAllText(project).Contains("<OutputType>Exe</OutputType>", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Assemblies, projects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void More_than_a_handful_of_types_is_looked_at()
    {
        var types = Assemblies.Select(name => ApiDump.TypesOf(Assembly.Load(name)).Count).ToArray();

        Assert.InRange(types[0], 60, 300);
        Assert.InRange(types[7], 10, 100);
        Assert.InRange(types.Sum(), 75, 500);
    }

    [Fact]
    public void No_public_class_can_be_derived_from_unless_it_is_abstract()
    {
        var classes = Assemblies.SelectMany(name => ApiDump.TypesOf(Assembly.Load(name))).Where(type => type.IsClass).ToArray();

        Assert.True(classes.Length > 40, $"{classes.Length} classes");
        Assert.DoesNotContain(classes, type => !type.IsSealed && !type.IsAbstract);
    }

    [Fact]
    public void The_dump_shows_what_a_consumer_sees()
    {
        var text = ApiDump.Of(typeof(Lead).Assembly);

        Assert.Contains("sealed class Cadence.SellsyImport.SellsyImportException : Exception\n", text, StringComparison.Ordinal);
        Assert.Contains("    ValueTask<ISellsyExport> OpenAsync(Stream stream, string name, CancellationToken cancellationToken = default)\n", text, StringComparison.Ordinal);
        Assert.Contains("    required string SellsyContactId { get; init; }\n", text, StringComparison.Ordinal);
        Assert.Contains("    string? FirstName { get; init; }\n", text, StringComparison.Ordinal);
        Assert.Contains("    static RowSelection Of(params IEnumerable<long> rows)\n", text, StringComparison.Ordinal);
        Assert.Contains("enum Cadence.SellsyImport.RowStatus : int\n    Active = 1\n    Blank = 0\n", text, StringComparison.Ordinal);
        Assert.Contains("    const string FileEmpty = \"FileEmpty\"\n", text, StringComparison.Ordinal);
        Assert.Contains("readonly record struct Cadence.SellsyImport.ImportProgress", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PrintMembers", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PlanVerdicts", text, StringComparison.Ordinal);
    }

    private static string Difference(string approved, string actual)
    {
        var (before, now) = (WithTypes(approved), WithTypes(actual));
        var gone = before.Except(now).Select(line => $"- {line}");
        var come = now.Except(before).Select(line => $"+ {line}");
        return string.Join('\n', gone.Concat(come));
    }

    private static List<string> WithTypes(string text)
    {
        var (lines, type) = (new List<string>(), "");
        foreach (var line in text.Split('\n').Where(line => line.Length > 0))
        {
            type = line.StartsWith(' ') ? type : line;
            lines.Add(line.StartsWith(' ') ? $"{type} ·{line[3..]}" : line);
        }

        return lines;
    }
}

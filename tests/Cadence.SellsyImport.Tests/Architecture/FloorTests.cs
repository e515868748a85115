using System.Reflection;
using Cadence.SellsyImport.Tests.Documents;
using Xunit;

namespace Cadence.SellsyImport.Tests.Architecture;

/// <summary>The folders of the core are floors: each uses only those above it, so that no cycle is possible.</summary>
public sealed class FloorTests
{
    private const string Root = "root";
    private const int MostPublicTypes = 59;
    private const int MostFilesInRoot = 14;

    private static readonly string[] Floors = ["Text", "Values", "Issues", "Leads", "Files", "Mapping", "Owners", "Storage", "Preview", "Telemetry", "Importing", Root, "Customers"];

    private static readonly Assembly Core = typeof(ISellsyImporter).Assembly;
    private static readonly Dictionary<string, string> FloorByName = FindFloors();

    [Fact]
    public void No_folder_uses_one_below_it()
    {
        var uses =
            from type in Core.GetTypes()
            from used in UsedTypes.Of(type)
            where used.Assembly == Core && FloorOf(type) is { } user && FloorOf(used) is { } floor && Array.IndexOf(Floors, floor) > Array.IndexOf(Floors, user)
            select $"{FloorOf(type)}/{Outermost(type).Name} uses {FloorOf(used)}/{Outermost(used).Name}";

        Assert.Equal([], uses.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_matrix_is_found_in_the_code_and_not_by_chance()
    {
        Assert.Contains(typeof(ImportPlan), UsedTypes.Of(typeof(SellsyImporter)));
        Assert.True(Core.GetTypes().Count(type => FloorOf(type) is not null) > 300);
    }

    [Fact]
    public void Internal_types_have_the_namespace_of_their_folder()
    {
        var others =
            from type in Core.GetTypes()
            let floor = FloorOf(type)
            where !type.IsPublic && !type.IsNested && floor is not null and not Root && type.Namespace != $"Cadence.SellsyImport.{floor}"
            select $"{floor}/{type.Name} is in {type.Namespace}";

        Assert.Equal([], others);
    }

    [Fact]
    public void The_main_namespace_and_the_root_stay_small()
    {
        Assert.InRange(Core.GetExportedTypes().Count(type => type.Namespace == "Cadence.SellsyImport"), 1, MostPublicTypes);
        Assert.InRange(Directory.GetFiles(SourceFolder(), "*.cs").Length, 1, MostFilesInRoot);
    }

    /// <summary>The floor of a type; none for what the compiler adds to the assembly.</summary>
    /// <remarks>The options are the one word of the root that the floors read: they know only leads.</remarks>
    private static string? FloorOf(Type type) =>
        Outermost(type) == typeof(SellsyImportOptions) ? "Leads" : FloorByName.GetValueOrDefault(Outermost(type).Name.Split('`')[0]);

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static Dictionary<string, string> FindFloors() => Directory
        .EnumerateFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories)
        .Select(file => (Name: Path.GetFileName(file).Split('.')[0], Floor: Path.GetRelativePath(SourceFolder(), Path.GetDirectoryName(file)!)))
        .DistinctBy(file => file.Name)
        .ToDictionary(file => file.Name, file => file.Floor == "." ? Root : file.Floor, StringComparer.Ordinal);

    private static string SourceFolder() => Repository.PathOf("src", "Cadence.SellsyImport");
}

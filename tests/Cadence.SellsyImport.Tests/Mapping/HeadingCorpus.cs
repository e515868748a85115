using System.Text.Json;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>The published corpus of headings, each with the right field or none.</summary>
/// <param name="Rows">Whole heading rows.</param>
/// <param name="Headings">Headings by themselves.</param>
internal sealed record HeadingCorpus(HeadingCorpus.Row[] Rows, HeadingCorpus.Single[] Headings)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static HeadingCorpus Load() =>
        JsonSerializer.Deserialize<HeadingCorpus>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Mapping", "headings.json")), Options)!;

    /// <summary>A heading row.</summary>
    /// <param name="Name">What is remarkable about it.</param>
    /// <param name="Family">The family where the headings tell it.</param>
    /// <param name="Headings">The headings.</param>
    /// <param name="Fields">The right field of each, or none.</param>
    /// <param name="Values">The sampled rows.</param>
    /// <param name="Program">The other program whose export it is; such a file is refused and feeds no field.</param>
    internal sealed record Row(string Name, string? Family, string[] Headings, string?[] Fields, string[][]? Values, string? Program = null);

    /// <summary>A heading by itself.</summary>
    /// <param name="Heading">The heading.</param>
    /// <param name="Field">The right field, or none.</param>
    internal sealed record Single(string Heading, string? Field);
}

using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>The value names in the JSON and in the statuses file: the same in every language.</summary>
internal static class Words
{
    /// <summary>The name of a value, in lower case, with a few exceptions.</summary>
    public static string Of(Enum value) => value switch
    {
        RowOutcome.Added => "success",
        ExistingLeadPolicy.FillBlanks => "fill",
        NewLineStyle.CrLf or NewLineStyle.Lf or NewLineStyle.Cr => value.ToString().ToUpperInvariant(),
        HeadingFamily.ImportTemplate => "import-template",
        HeadingFamily.FrenchList => "french-list",
        HeadingFamily.EnglishList => "english-list",
        _ => value.ToString().ToLowerInvariant(),
    };

    public static string Lines(LineRange lines) => lines.First == lines.Last ? $"{lines.First}" : $"{lines.First}-{lines.Last}";
}

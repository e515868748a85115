using System.Globalization;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Converts states and times to and from their text in <c>imports</c>.</summary>
internal static class ImportWords
{
    private static readonly string[] States = ["running", "interrupted", "finished", "undoing", "undone", "ended"];
    private static readonly string[] Policies = ["skip", "fill_blanks", "overwrite"];

    public static string Of(ImportState state) => States[(int)state];

    public static ImportState State(string word) => (ImportState)Array.IndexOf(States, word);

    public static string Of(ExistingLeadPolicy policy) => Policies[(int)policy];

    public static ExistingLeadPolicy Policy(string word) => (ExistingLeadPolicy)Array.IndexOf(Policies, word);

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

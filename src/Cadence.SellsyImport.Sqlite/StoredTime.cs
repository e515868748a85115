using System.Globalization;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Converts times to and from their text in the tables.</summary>
internal static class StoredTime
{
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

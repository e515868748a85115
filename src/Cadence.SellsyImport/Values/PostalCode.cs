using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>Postal codes of France: five digits (La Poste), of which a spreadsheet drops a leading zero.</summary>
internal static class PostalCode
{
    private const int DigitsWithoutZero = 4;

    private static readonly string[] NamesOfFrance = ["France", "FR", "FRA", "France métropolitaine", "République française"];

    /// <summary>Whether the code is one of four digits, which a French code may be that lost its leading zero.</summary>
    public static bool MayLackZero(ReadOnlySpan<char> code) => code.Length == DigitsWithoutZero && DigitsReader.IsDigits(code);

    /// <summary>Whether a country is France, by its name or its code (ISO 3166-1).</summary>
    public static bool IsFrance(ReadOnlySpan<char> country)
    {
        var name = BlankCharacters.Trim(country);
        foreach (var known in NamesOfFrance)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

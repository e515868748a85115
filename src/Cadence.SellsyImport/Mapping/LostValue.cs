using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Cells that hold no value any more, because a spreadsheet replaced it.</summary>
internal static class LostValue
{
    /// <summary>The code that reports why there is no value; null if the text can be read.</summary>
    /// <param name="kind">What the values of the field are.</param>
    /// <param name="text">The text of the cell, not blank.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string? CodeOf(LeadFieldKind kind, ReadOnlySpan<char> text) =>
        SpreadsheetError.Is(text) ? IssueCodes.SpreadsheetError
        : char.IsAsciiDigit(text[^1]) && LosesDigits(kind) && SpreadsheetDamage.IsExponent(text) ? IssueCodes.DigitsLost
        : null;

    /// <remarks>Ids are reported by their own severity, a note may hold any text, and an exponent is no date.</remarks>
    private static bool LosesDigits(LeadFieldKind kind) => kind is not (LeadFieldKind.ContactId or LeadFieldKind.OwnerId or LeadFieldKind.CompanyId
        or LeadFieldKind.Note or LeadFieldKind.Date or LeadFieldKind.DateTime);
}

using CsvHelper;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Finds the quoting fault of one record, as CsvHelper reports it. CsvHelper creates a string of every record that it reports, so this
/// class is for records that are too large for that.
/// </summary>
internal static class QuotingFault
{
    private const byte Quote = (byte)'"';

    /// <summary>The first fault of a record, or null.</summary>
    public static CsvMalformedReason? First(ReadOnlySpan<byte> record, byte separator) => First(record, separator, allowsTextFormulas: false);

    /// <summary>
    /// The same, where an unquoted cell <c>="01000"</c> is right: a program wrote a text as a formula, and each of its quotes has a meaning. In a
    /// file of rejected rows an apostrophe stands before it.
    /// </summary>
    public static CsvMalformedReason? FirstBesideTextFormulas(ReadOnlySpan<byte> record, byte separator) =>
        First(record, separator, allowsTextFormulas: true);

    private static CsvMalformedReason? First(ReadOnlySpan<byte> record, byte separator, bool allowsTextFormulas)
    {
        while (true)
        {
            int length;
            if (record is [Quote, ..])
            {
                length = LengthOfQuoted(record);
                if (length < 0)
                {
                    return CsvMalformedReason.UnterminatedQuote;
                }

                if (length < record.Length && record[length] != separator)
                {
                    return CsvMalformedReason.TextAfterClosingQuote;
                }
            }
            else
            {
                length = record.IndexOfAny(separator, Quote);
                if (length >= 0 && record[length] == Quote && !(allowsTextFormulas && IsTextFormula(record, separator, out length)))
                {
                    return CsvMalformedReason.StrayQuote;
                }
            }

            if (length < 0 || length == record.Length)
            {
                return null;
            }

            record = record[(length + 1)..];
        }
    }

    /// <param name="text">Starts with the cell.</param>
    /// <param name="separator">The separator.</param>
    /// <param name="length">The length of the cell, or -1 if the record ends with it.</param>
    private static bool IsTextFormula(ReadOnlySpan<byte> text, byte separator, out int length)
    {
        length = text.IndexOf(separator);
        var cell = length < 0 ? text : text[..length];
        cell = cell is [(byte)'\'', ..] ? cell[1..] : cell;
        return cell is [(byte)'=', .. var quoted] && quoted is [Quote, _, ..] && LengthOfQuoted(quoted) == quoted.Length && LineEnds.IndexOfFirst(quoted) < 0;
    }

    /// <summary>The bytes up to and including the closing quote, or -1.</summary>
    private static int LengthOfQuoted(ReadOnlySpan<byte> text)
    {
        var length = 1;
        while (true)
        {
            var quote = text[length..].IndexOf(Quote);
            if (quote < 0)
            {
                return -1;
            }

            length += quote + 1;
            if (length == text.Length || text[length] != Quote)
            {
                return length;
            }

            length++;
        }
    }
}

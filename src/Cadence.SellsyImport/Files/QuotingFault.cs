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
    public static CsvMalformedReason? First(ReadOnlySpan<byte> record, byte separator)
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
                if (length >= 0 && record[length] == Quote)
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

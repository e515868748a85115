using CsvHelper;

namespace Cadence.SellsyImport.Files;

/// <summary>What has to be known of a file to read its rows. Immutable.</summary>
internal sealed record ExportLayout
{
    public required string FileName { get; init; }

    /// <summary>The encoding, and what is known of it.</summary>
    public required EncodingFinding Encoding { get; init; }

    public required byte Separator { get; init; }

    /// <summary>The number of fields of a record that is whole.</summary>
    public required int FieldCount { get; init; }

    /// <summary>The number of fields up to the last with a heading, or a value in the sample. Behind these, a row has separators and nothing else.</summary>
    public required int HeadedCount { get; init; }

    /// <summary>The cells of the heading row as UTF-8, to recognise where it is repeated; empty if there is no heading row.</summary>
    public byte[][] HeadingCells { get; init; } = [];

    /// <summary>The line end behind the headings; empty where the file ends there.</summary>
    public byte[] LineEnd { get; init; } = [];

    /// <summary>Where the row after the headings starts.</summary>
    public required RowPosition FirstRow { get; init; }

    /// <summary>The index of the column with the heading of the contact ids; -1 if there is none.</summary>
    public int IdColumn { get; init; } = -1;

    /// <summary>The headings that the fields know, to recognise those of another export; null if there is no heading row.</summary>
    public KnownHeadings? KnownHeadings { get; init; }

    /// <summary>Recognises headings among the rows; made once for all readings of the file.</summary>
    public EmbeddedHeadingDetector EmbeddedHeadingDetector => field ??= new(this);

    /// <summary>The index of the column of the status in a file of rejected rows; -1 for any other file.</summary>
    public int StatusColumn { get; init; } = -1;

    /// <summary>Whether the missing fields of a row with fewer fields than the headings are blank.</summary>
    public bool CompletesShortRows { get; init; }

    /// <summary>The fields up to the last one with a value, if this is behind the headings; otherwise 0.</summary>
    public int FilledLengthBehindHeadings(CsvReader record)
    {
        var length = FieldCount;
        while (length > HeadedCount && record.GetSpan(length - 1).Trim(" \t"u8).IsEmpty)
        {
            length--;
        }

        return length > HeadedCount ? length : 0;
    }

    /// <summary>
    /// The field of the status in a record of a file of rejected rows, if that is not its column; otherwise -1. The status follows the fields of
    /// the row, of which there may be too few, and a spreadsheet puts the separators that lack behind the reasons.
    /// </summary>
    public int MisplacedStatus(CsvReader record)
    {
        if (StatusColumn < 0)
        {
            return -1;
        }

        var last = record.FieldCount - 1;
        while (last > 0 && record.GetSpan(last).Trim(" \t"u8).IsEmpty)
        {
            last--;
        }

        return last > 0 && last - 1 != StatusColumn && RejectedFile.IsStatus(record.GetSpan(last - 1)) ? last - 1 : -1;
    }

    /// <summary>The fields of a record that has fewer than the headings, without its status; -1 if it has as many or more, or its status is not found.</summary>
    public int LengthOfShortRow(CsvReader record)
    {
        var (length, whole) = StatusColumn < 0 ? (record.FieldCount, FieldCount) : (MisplacedStatus(record), StatusColumn);
        return length < whole ? length : -1;
    }

    public required int MaxRecordBytes { get; init; }

    public required int MaxCellLength { get; init; }
}

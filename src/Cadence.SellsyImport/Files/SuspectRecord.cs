using CsvHelper;

namespace Cadence.SellsyImport.Files;

/// <summary>A record that is not plain, as the reader cut it.</summary>
internal readonly ref struct SuspectRecord
{
    /// <summary>The number that the row will have.</summary>
    public required long Number { get; init; }

    /// <summary>The physical line of its start.</summary>
    public required long Line { get; init; }

    /// <summary>The byte of the block at which it starts.</summary>
    public required int Position { get; init; }

    /// <summary>The record without its line end.</summary>
    public required ReadOnlySpan<byte> Text { get; init; }

    /// <summary>What is wrong with its quotes.</summary>
    public CsvMalformedReason? Quoting { get; init; }

    /// <summary>Whether it is longer than the limit, or was cut there.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>Whether it was swallowed by a stray quote before, so that it may be the rest of a note.</summary>
    public bool IsSuspect { get; init; }

    /// <summary>Whether it is a row that lacks blank fields at its end alone.</summary>
    public bool IsShortRow { get; init; }

    /// <summary>The line of the other headings that the record is under; 0 for those of the file.</summary>
    public long OtherHeadingsLine { get; init; }
}

namespace Cadence.SellsyImport.Files;

/// <summary>Where the headings stand in a sample, and what they are.</summary>
/// <param name="Index">The record of the sample that is the heading row, the last of them where there are two.</param>
/// <param name="Headings">The headings.</param>
/// <param name="FirstLine">The first physical line of the headings.</param>
/// <param name="FieldCount">The number of fields that the rows have.</param>
/// <param name="Known">How many headings are known.</param>
/// <param name="Agreeing">How many of the records that follow have that number of fields.</param>
internal sealed record HeadingRow(int Index, string[] Headings, long FirstLine, int FieldCount, int Known, int Agreeing)
{
    /// <summary>The last record that is no row: that of the headings, or of lines below that say the same in another form.</summary>
    public required int LastIndex { get; init; }

    /// <summary>The number of fields up to the last with a heading, or a value in the sample; behind these are separators and nothing else.</summary>
    public required int HeadedCount { get; init; }

    /// <summary>Whether the headings were put together from two records.</summary>
    public bool IsOnTwoRecords { get; init; }
}

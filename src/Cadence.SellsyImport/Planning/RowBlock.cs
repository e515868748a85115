namespace Cadence.SellsyImport.Planning;

/// <summary>A part of the file whose rows can be read without those before it.</summary>
/// <param name="Start">Where its first row stands.</param>
/// <param name="EndNumber">The number of the first row behind it.</param>
/// <param name="IsShort">Whether its rows may be read ahead and kept in memory all at once.</param>
/// <param name="Records">Its records, where all of which no row was made are plain; else none.</param>
internal readonly record struct RowBlock(RowPosition Start, long EndNumber, bool IsShort, PackedRecords? Records)
{
    private const long LongestShortBlock = 4 << 20;

    /// <summary>The blocks of a surveyed file, in order.</summary>
    /// <param name="blocks">The blocks as they were found.</param>
    /// <param name="length">The length of the file in bytes.</param>
    /// <param name="isPlain">Whether an owner gives no issue, by its number.</param>
    public static List<RowBlock> Of(List<SurveyedBlock> blocks, long length, bool[] isPlain)
    {
        var all = new List<RowBlock>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            var (start, records) = blocks[i];
            var (endNumber, endOffset) = i + 1 < blocks.Count ? (blocks[i + 1].Start.Number, blocks[i + 1].Start.ByteOffset) : (long.MaxValue, length);
            var isShort = endOffset - start.ByteOffset <= LongestShortBlock;
            all.Add(new(start, endNumber, isShort, records?.ArePlain(isPlain) == true ? records : null));
        }

        return all;
    }
}

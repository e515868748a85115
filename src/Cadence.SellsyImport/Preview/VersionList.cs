namespace Cadence.SellsyImport.Preview;

/// <summary>The versions of the leads that are there, by row: nothing for a stretch of rows without one, eight bytes a row for others.</summary>
internal sealed class VersionList
{
    public const int RowsPerBlock = 256;

    private readonly Dictionary<long, long[]> _blocks = [];

    /// <summary>The blocks that hold a version, in order: the number of the block and its versions.</summary>
    public IEnumerable<(long Block, long[] Versions)> Blocks => _blocks.OrderBy(block => block.Key).Select(block => (block.Key, block.Value));

    public long this[long row]
    {
        get => _blocks.TryGetValue((row - 1) / RowsPerBlock, out var block) ? block[(row - 1) % RowsPerBlock] : 0;
        set => BlockOf((row - 1) / RowsPerBlock)[(row - 1) % RowsPerBlock] = value;
    }

    /// <summary>Sets a whole block.</summary>
    public long[] BlockOf(long block)
    {
        if (!_blocks.TryGetValue(block, out var versions))
        {
            _blocks.Add(block, versions = new long[RowsPerBlock]);
        }

        return versions;
    }
}

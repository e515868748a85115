namespace Cadence.SellsyImport.Proof.Growth;

/// <summary>One kind of content, whose size is doubled.</summary>
/// <param name="Group">What reads it: its line in the table, where the content that grows fastest stands.</param>
/// <param name="Content">What the content is.</param>
/// <param name="Unit">What the sizes count.</param>
/// <param name="Largest">The largest size of a full run.</param>
/// <param name="LargestOfQuick">The largest size of a quick run.</param>
/// <param name="Prepare">Makes content of a size, and gives what is measured.</param>
internal sealed record GrowthKind(string Group, string Content, string Unit, int Largest, int LargestOfQuick, Func<int, Action> Prepare)
{
    private const int SizesOfFull = 4;
    private const int SizesOfQuick = 2;

    /// <summary>The sizes, each twice the one before.</summary>
    public int[] Sizes(bool isQuick)
    {
        var (largest, count) = isQuick ? (LargestOfQuick, SizesOfQuick) : (Largest, SizesOfFull);
        return [.. Enumerable.Range(1, count).Select(i => largest >> (count - i))];
    }
}

namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>
/// Numbers out of the blocks that ARCEP keeps for works of fiction (decision 2018-0881, annex, 2.5.12), in the spellings that exports hold.
/// </summary>
internal static class Phones
{
    private static readonly string[] LandlineBlocks = ["19900", "26191", "35301", "46571", "53649"];

    public static void Landline(CellText cell, ref RandomStream random) => Write(cell, random.OneOf(LandlineBlocks), ref random);

    public static void Mobile(CellText cell, ref RandomStream random) => Write(cell, "63998", ref random);

    private static void Write(CellText cell, string block, ref RandomStream random)
    {
        var spelling = random.Below(4);
        var end = random.Below(10_000);
        if (spelling == 0)
        {
            cell.Add("+33").Add(block).Add(end, 4);
            return;
        }

        var gap = spelling == 1 ? "." : " ";
        cell.Add(spelling == 3 ? "+33 " : "0").Add(block.AsSpan(0, 1));
        cell.Add(gap).Add(block.AsSpan(1, 2)).Add(gap).Add(block.AsSpan(3, 2));
        cell.Add(gap).Add(end / 100, 2).Add(gap).Add(end % 100, 2);
    }
}

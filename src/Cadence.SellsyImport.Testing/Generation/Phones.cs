namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>
/// Numbers out of the blocks that ARCEP keeps for works of fiction (decision 2018-0881, annex, 2.5.12), in the spellings that exports hold.
/// </summary>
internal static class Phones
{
    private const int Dotted = 1;
    private const int Spaced = 2;
    private const int Spellings = 4;
    private const int TrunkZero = 4;

    private static readonly string[] LandlineBlocks = ["19900", "26191", "35301", "46571", "53649"];

    /// <param name="cell">Where the number is added.</param>
    /// <param name="isMobile">Whether it is a mobile number.</param>
    /// <param name="random">Where the number and its spelling come from.</param>
    /// <param name="spelling">A number from 0 to just below 1: which share of the profile the spelling falls into.</param>
    /// <param name="profile">The shares of the spellings.</param>
    public static void Write(CellText cell, bool isMobile, ref RandomStream random, double spelling, SellsyExportProfile profile)
    {
        var block = isMobile ? "63998" : random.OneOf(LandlineBlocks);
        var ordinary = random.Below(Spellings);
        var end = random.Below(10_000);
        Write(cell, block, end, Spelling(spelling, profile) ?? ordinary);
    }

    private static int? Spelling(double choice, SellsyExportProfile profile)
    {
        var withSpaced = profile.TrunkZeroPhoneShare + profile.SpacedPhoneShare;
        return choice < profile.TrunkZeroPhoneShare ? TrunkZero
            : choice < withSpaced ? Spaced
            : choice < withSpaced + profile.DottedPhoneShare ? Dotted
            : null;
    }

    private static void Write(CellText cell, string block, int end, int spelling)
    {
        if (spelling == 0)
        {
            cell.Add("+33").Add(block).Add(end, 4);
            return;
        }

        var gap = spelling == Dotted ? "." : " ";
        cell.Add(spelling switch { TrunkZero => "+33 (0)", 3 => "+33 ", _ => "0" }).Add(block.AsSpan(0, 1));
        cell.Add(gap).Add(block.AsSpan(1, 2)).Add(gap).Add(block.AsSpan(3, 2));
        cell.Add(gap).Add(end / 100, 2).Add(gap).Add(end % 100, 2);
    }
}

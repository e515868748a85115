namespace Cadence.SellsyImport.Plain;

/// <summary>
/// Plain phone cells: one French number, <c>0X XX XX XX XX</c> or <c>+33 X XX XX XX XX</c>, in one piece or in pairs with blanks, dots or
/// hyphens between them. Not those of 0508, by which no number begins.
/// </summary>
internal static class PlainPhone
{
    private const int PairsAfterFirst = 4;

    public static bool IsPlain(ReadOnlySpan<byte> cell)
    {
        if (cell.StartsWith("+33"u8))
        {
            cell = cell[3..];
            cell = cell is [(byte)' ', ..] ? cell[1..] : cell;
        }
        else if (cell is [(byte)'0', ..])
        {
            cell = cell[1..];
        }
        else
        {
            return false;
        }

        if (cell is not [>= (byte)'1' and <= (byte)'9', ..])
        {
            return false;
        }

        return cell.Length switch
        {
            1 + (2 * PairsAfterFirst) => !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9') && !cell.StartsWith("508"u8),
            1 + (3 * PairsAfterFirst) => ArePairs(cell[1..]) && !(cell[0] == '5' && cell[2] == '0' && cell[3] == '8'),
            _ => false,
        };
    }

    private static bool ArePairs(ReadOnlySpan<byte> rest)
    {
        for (var i = 0; i < rest.Length; i += 3)
        {
            if (rest[i] is not ((byte)' ' or (byte)'.' or (byte)'-') || !char.IsAsciiDigit((char)rest[i + 1]) || !char.IsAsciiDigit((char)rest[i + 2]))
            {
                return false;
            }
        }

        return true;
    }
}

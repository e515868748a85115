using System.Xml;

namespace Cadence.SellsyImport.Excel;

/// <summary>
/// The names of elements and attributes of a part. The XML reader keeps every distinct one, so their number is limited: a workbook has a few
/// hundred.
/// </summary>
internal sealed class FewNames : NameTable
{
    private const int MostNames = 10_000;

    private int _names;

    public override string Add(char[] key, int start, int len)
    {
        if (Get(key, start, len) is { } known)
        {
            return known;
        }

        Count();
        return base.Add(key, start, len);
    }

    public override string Add(string key)
    {
        if (Get(key) is { } known)
        {
            return known;
        }

        Count();
        return base.Add(key);
    }

    private void Count()
    {
        if (++_names > MostNames)
        {
            throw new InvalidDataException("The part has too many distinct names.");
        }
    }
}

namespace Cadence.SellsyImport.Files;

/// <summary>Finds the heading row among the first records: the one with known headings, else the first that looks like a heading row.</summary>
internal sealed class HeadingDetector(KnownHeadings known, int? chosenLine = null)
{
    private const int MostRecordsBefore = 30;

    private readonly HeadingLinesBelow _below = new(known);

    public HeadingRow? Find(List<SampleRecord> records)
    {
        if (chosenLine is not null)
        {
            return records.Count > 0 && records[0].Lines.First == chosenLine ? RowWithLinesBelow(records, 0) : null;
        }

        var best = -1;
        var bestKnown = 0;
        for (var index = 0; index < Math.Min(records.Count, MostRecordsBefore); index++)
        {
            var found = known.CountIn(records[index].Cells);
            if (found > bestKnown)
            {
                (best, bestKnown) = (index, found);
            }
        }

        var isSure = best >= 0 && IsSure(records[best], bestKnown);
        var row = isSure ? FirstWithRows(records, best) : FirstThatLooksLikeHeadings(records);
        if (row < 0 || HasRowsWithoutHeadings(records, row))
        {
            return null;
        }

        while (row + 1 < records.Count && IsSame(records[row], records[row + 1]))
        {
            row++;
        }

        var single = RowWithLinesBelow(records, row);
        var isTable = isSure || (single.FieldCount > 1 && 2 * single.Agreeing >= records.Count - single.LastIndex - 1);
        return Together(records, row) ?? Together(records, row - 1) ?? (isTable ? single : null);
    }

    /// <summary>
    /// Whether rows stand between headings and a later line. Then the later line cannot be the heading row, whatever it says: it is the
    /// start of another export, and the rows before it must not be lost.
    /// </summary>
    /// <param name="records">The records.</param>
    /// <param name="headings">The headings among them.</param>
    /// <param name="line">The later line.</param>
    /// <param name="tolerance">How many fields more or less than the headings a row may have.</param>
    public static bool HasRowsBefore(List<SampleRecord> records, int headings, long line, int tolerance = 0)
    {
        var width = records[headings].Cells.Length;
        for (var index = headings + 1; index < records.Count && records[index].Lines.First < line; index++)
        {
            if (width > 1 && Math.Abs(records[index].Cells.Length - width) <= tolerance && !records[index].LooksLikeHeadings)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Headings on one record, with the lines below that say the same in another form.</summary>
    private HeadingRow RowWithLinesBelow(List<SampleRecord> records, int row)
    {
        var last = row;
        while (last + 1 < records.Count && _below.AreHeadingsAgain(records[row].Cells, records[last + 1]))
        {
            last++;
        }

        return Row(records, row, records[row].Cells, records[row].Lines.First, last);
    }

    /// <summary>One known word among many cells may be a cell of a row; the whole of a one-column heading row may not.</summary>
    private static bool IsSure(SampleRecord record, int knownCells) => knownCells >= 2 || (knownCells == 1 && record.FilledLength <= 2);

    /// <summary>The best headings, or headings of a table as wide that has its rows before them.</summary>
    private int FirstWithRows(List<SampleRecord> records, int best)
    {
        for (var index = 0; index < best; index++)
        {
            var cells = records[index].Cells;
            var isSure = IsSure(records[index], known.CountIn(cells));
            var canBeHeadings = isSure || (cells.Length > 2 && records[index].LooksLikeHeadings);
            if (canBeHeadings && 2 * cells.Length > records[best].Cells.Length && HasRowsBefore(records, index, records[best].Lines.First, isSure ? 1 : 0))
            {
                return index;
            }
        }

        return best;
    }

    /// <summary>Whether records before the headings are rows themselves: as many fields, and a number in the first of them or under the id.</summary>
    private bool HasRowsWithoutHeadings(List<SampleRecord> records, int headings)
    {
        var width = records[headings].Cells.Length;
        var idColumn = Math.Max(0, known.ContactIdIn(records[headings].Cells));
        for (var index = 0; index < headings; index++)
        {
            var cells = records[index].Cells;
            if (width > 1 && cells.Length == width && 2 * cells.Count(cell => cell.Length > 0) >= width
                && (IsNumber(cells[0]) || IsNumber(cells[idColumn])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Headings that stand on two records, each cell continued below.</summary>
    private HeadingRow? Together(List<SampleRecord> records, int index)
    {
        if (index < 0 || index + 1 >= records.Count || records[index + 1].Cells.Length != records[index].Cells.Length || records[index].Cells.Length < 2)
        {
            return null;
        }

        var above = records[index].Cells;
        var below = records[index + 1].Cells;
        if (!records[index].LooksLikeHeadings || !records[index + 1].LooksLikeHeadings)
        {
            return null;
        }

        var together = new string[above.Length];
        for (var column = 0; column < above.Length; column++)
        {
            together[column] = HeadingText.Trim($"{above[column]} {below[column]}");
        }

        var isBetter = known.CountIn(together) > Math.Max(known.CountIn(above), known.CountIn(below));
        return isBetter ? Row(records, index + 1, together, records[index].Lines.First, index + 1) with { IsOnTwoRecords = true } : null;
    }

    private HeadingRow Row(List<SampleRecord> records, int index, string[] headings, long firstLine, int last)
    {
        var rows = records[(last + 1)..];
        var own = headings.Length;
        var fieldCount = rows.GroupBy(row => row.Cells.Length).FirstOrDefault(group => 2 * group.Count() > rows.Count)?.Key ?? own;

        // Rows that end in more separators than the headings, or in fewer: the separators at the end are no columns with values.
        var named = Array.FindLastIndex(headings, heading => heading.Length > 0) + 1;
        var isTrailing = fieldCount >= named && rows.All(row => row.Cells.Length != fieldCount || row.FilledLength <= named);
        fieldCount = isTrailing ? fieldCount : own;
        Array.Resize(ref headings, fieldCount);
        headings = [.. headings.Select(heading => heading ?? "")];
        rows.RemoveAll(row => row.Cells.Length != fieldCount);
        return new(index, headings, firstLine, fieldCount, known.CountIn(headings), rows.Count)
        {
            LastIndex = last,
            HeadedCount = rows.Select(row => row.FilledLength).Append(named).Max(),
        };
    }

    private static int FirstThatLooksLikeHeadings(List<SampleRecord> records)
    {
        var usual = records.GroupBy(record => record.Cells.Length)
            .Where(group => group.Key > 1)
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key)
            .FirstOrDefault();
        if (usual is null)
        {
            return -1;
        }

        var first = records.IndexOf(usual.First());
        return records[first].LooksLikeHeadings ? first : -1;
    }

    private static bool IsNumber(string cell) => cell.Length > 0 && cell.All(char.IsAsciiDigit);

    private static bool IsSame(SampleRecord one, SampleRecord other) => one.Cells.AsSpan().SequenceEqual(other.Cells);
}

using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Importing;

/// <summary>
/// Finds the rows of a mended file of rejected rows again in the original file. A row is known by its contact id, where that stands once in
/// both files; between two such rows the others are known by their order, where there are as many in both. Nothing else is guessed.
/// </summary>
/// <param name="original">The original file.</param>
/// <param name="mended">The mended file.</param>
/// <param name="idColumn">The column of the contact id in the original file; null where a mapping has none.</param>
internal sealed class MendedFile(ISellsyExport original, ISellsyExport mended, int? idColumn)
{
    private readonly (int Original, int Mended)[] _columns = [.. ColumnsOf(original, mended)];

    /// <summary>Makes corrections of the cells that differ.</summary>
    /// <param name="isRejected">Whether a row of the original file was rejected.</param>
    /// <param name="corrections">The corrections to which those of the mended file are added.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<MendedRows> ReadAsync(Func<long, bool> isRejected, Corrections corrections, CancellationToken cancellationToken)
    {
        var rejected = await RowsAsync(original, _columns.Select(column => column.Original), row => isRejected(row.Number), cancellationToken)
            .ConfigureAwait(false);
        var rows = await RowsAsync(mended, _columns.Select(column => column.Mended), _ => true, cancellationToken).ConfigureAwait(false);
        var places = PlacesOf(rejected, rows);
        for (var i = 0; i < rows.Count; i++)
        {
            if (places[i] is { } place)
            {
                corrections = Correct(corrections, rejected[place], rows[i]);
            }
        }

        return new(corrections, places.Count(place => place is not null), [.. rows.Where((_, i) => places[i] is null).Select(row => row.Number)]);
    }

    private Corrections Correct(Corrections corrections, SellsyRow row, SellsyRow mendedRow)
    {
        foreach (var (column, mendedColumn) in _columns)
        {
            var text = mendedRow[mendedColumn];
            if (row.IsDamaged || row[column] != text)
            {
                corrections = corrections.WithCell(row.Number, column, text);
            }
        }

        return corrections;
    }

    /// <summary>For each mended row the place of its rejected row, or null.</summary>
    private int?[] PlacesOf(List<SellsyRow> rejected, List<SellsyRow> rows)
    {
        var places = new int?[rows.Count];
        var idColumns = Array.FindIndex(_columns, column => column.Original == idColumn) is >= 0 and var found ? _columns[found] : default((int, int)?);
        if (idColumns is var (originalId, mendedId))
        {
            var byId = Unique(rejected, originalId);
            foreach (var (id, place) in Unique(rows, mendedId))
            {
                places[place] = byId.TryGetValue(id, out var at) ? at : null;
            }
        }

        // A file that was sorted has no order to go by.
        if (places.OfType<int>() is var known && known.SequenceEqual(known.Order()))
        {
            FillGaps(places, rejected.Count, i => !rows[i].IsDamaged);
        }

        return places;
    }

    /// <summary>Between two rows that are known, the others are known by their order, where there are as many in both files.</summary>
    private static void FillGaps(int?[] places, int rejected, Func<int, bool> isRow)
    {
        var (start, before) = (0, -1);
        for (var i = 0; i <= places.Length; i++)
        {
            if (i < places.Length && places[i] is null)
            {
                continue;
            }

            var end = i < places.Length ? places[i]!.Value : rejected;
            if (end - before - 1 == i - start)
            {
                for (var gap = start; gap < i; gap++)
                {
                    places[gap] = isRow(gap) ? before + 1 + gap - start : null;
                }
            }

            (start, before) = (i + 1, end);
        }
    }

    private static Dictionary<string, int> Unique(List<SellsyRow> rows, int column) => rows
        .Select((row, place) => (Id: row.IsDamaged ? "" : row[column].Trim(), place))
        .Where(row => row.Id.Length > 0)
        .GroupBy(row => row.Id, row => row.place, StringComparer.Ordinal)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static async Task<List<SellsyRow>> RowsAsync(
        ISellsyExport export, IEnumerable<int> columns, Func<SellsyRow, bool> isWanted, CancellationToken cancellationToken)
    {
        var rows = new List<SellsyRow>();
        await foreach (var row in export.ReadRowsAsync(new(columns), cancellationToken).ConfigureAwait(false))
        {
            if (isWanted(row))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    /// <summary>The columns of one heading in both files: of several the first with the first, the second with the second.</summary>
    private static IEnumerable<(int Original, int Mended)> ColumnsOf(ISellsyExport original, ISellsyExport mended)
    {
        var others = Numbered(mended).ToDictionary(column => column.Key, column => column.Index);
        var own = RejectedFile.StatusColumn(original.Columns) is >= 0 and var status ? status : original.Columns.Length;
        foreach (var (key, index) in Numbered(original).Where(column => column.Index < own))
        {
            yield return others.TryGetValue(key, out var other)
                ? (index, other)
                : throw new SellsyImportException(ErrorCodes.MendedFileOfOthers, mended.Name, key.Heading, original.Name);
        }
    }

    private static IEnumerable<((string Heading, int Number) Key, int Index)> Numbered(ISellsyExport export) =>
        export.Columns.GroupBy(column => column.Heading, StringComparer.Ordinal).SelectMany(group => group.Select((column, number) => ((group.Key, number), column.Index)));
}

using System.Collections.Immutable;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Mapping;

/// <summary>What the sampled values of a column say about the field that its heading means.</summary>
/// <param name="Filled">How many values are not blank.</param>
/// <param name="Foreign">How many of them are of another kind.</param>
/// <param name="Doubtful">How many of them do not fit the field, without being clearly of another kind.</param>
internal readonly record struct ColumnSample(int Filled, int Foreign, int Doubtful)
{
    private const int FewestDoubtful = 3;
    private const int FewestForRepeats = 4;

    /// <summary>The number of values that contradict the heading.</summary>
    public int Contradicting => Foreign + Doubtful;

    public static ColumnSample Of(HeadingMatch match, ExportColumn column, ImmutableArray<SellsyRow> sample)
    {
        var cleaner = new CellCleaner(match.Field);
        int filled = 0, foreign = 0, doubtful = 0;
        HashSet<string> distinct = new(StringComparer.Ordinal);
        foreach (var row in sample)
        {
            if (!row.Columns.Contains(column.Index))
            {
                continue;
            }

            var shape = new ValueShape(cleaner.Clean(new(row[column.Index])).Span);
            if (shape.IsBlank)
            {
                continue;
            }

            filled++;
            distinct.Add(row[column.Index]);
            switch (ValueFits.Judge(match.Field, match.IsWeak, shape))
            {
                case ValueFit.Foreign:
                    foreign++;
                    break;
                case ValueFit.Doubtful:
                    doubtful++;
                    break;
            }
        }

        return new(filled, foreign, IsPerhapsAnotherThingsId(match, filled) ? Math.Max(doubtful, filled - distinct.Count) : doubtful);
    }

    /// <summary>
    /// Whether the values veto the heading: more than half of them contradict it. A few bad values of the right kind are no veto, so
    /// that they are reported on their rows.
    /// </summary>
    public bool Vetoes(HeadingMatch match) =>
        IsMoreThanHalf(Contradicting) && (IsMoreThanHalf(Foreign) || Contradicting >= FewestDoubtful || match.IsWeak);

    /// <remarks>A contact has few rows; an id that most rows share with others is that of their company.</remarks>
    private static bool IsPerhapsAnotherThingsId(HeadingMatch match, int filled) =>
        match.IsWeak && match.Field.Kind == LeadFieldKind.ContactId && filled >= FewestForRepeats;

    private bool IsMoreThanHalf(int count) => count * 2 > Filled;
}

namespace Cadence.SellsyImport.Mapping;

/// <summary>A column with the heading of a field, and the evidence of its values.</summary>
/// <param name="Column">The column.</param>
/// <param name="Match">The field that its heading names.</param>
/// <param name="Sample">Its values.</param>
/// <param name="IsOfOtherFamily">Whether Sellsy writes the heading, but not in such a file; never for a list, to which the other columns can be added.</param>
internal sealed record MappingCandidate(ExportColumn Column, HeadingMatch Match, ColumnSample Sample, bool IsOfOtherFamily)
{
    public bool IsVetoed { get; } = Sample.Vetoes(Match);

    /// <summary>Whether it has the heading of another candidate, and values.</summary>
    public bool IsRepeatedAndFilled(MappingCandidate other) => Match == other.Match && Sample.Filled > 0;

    /// <summary>
    /// The best of the columns that fit a field. A filled column wins over an empty one, then a stronger heading over a weaker one. A column
    /// with less than half of the values of the fullest one loses, and so does one with a heading that Sellsy writes in another language than that of the
    /// file. Then the name precedes the aliases, an earlier alias a later one, the fuller column the emptier one, and the first column the later one.
    /// </summary>
    public static MappingCandidate Best(IReadOnlyCollection<MappingCandidate> candidates)
    {
        var isEmpty = candidates.All(candidate => candidate.Sample.Filled == 0);
        var filled = candidates.Where(candidate => isEmpty || candidate.Sample.Filled > 0).ToArray();
        var isWeak = filled.All(candidate => candidate.Match.IsWeak);
        var eligible = filled.Where(candidate => candidate.Match.IsWeak == isWeak).ToArray();
        var fullest = eligible.Max(candidate => candidate.Sample.Filled);
        return eligible
            .Where(candidate => candidate.Sample.Filled * 2 >= fullest)
            .OrderBy(candidate => candidate.IsOfOtherFamily)
            .ThenBy(candidate => candidate.Match.Rank)
            .ThenByDescending(candidate => candidate.Sample.Filled)
            .ThenBy(candidate => candidate.Column.Index)
            .First();
    }
}

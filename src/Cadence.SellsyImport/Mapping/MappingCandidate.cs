namespace Cadence.SellsyImport.Mapping;

/// <summary>A column whose heading means a field, with what its values say.</summary>
internal sealed record MappingCandidate(ExportColumn Column, HeadingMatch Match, ColumnSample Sample)
{
    public bool IsVetoed { get; } = Sample.Vetoes(Match);

    /// <summary>
    /// Of the columns that fit a field: a weak heading gives way to any stronger one that has a value or names the owner; a column with less than half of the values of the
    /// fullest one gives way; then the name goes before the aliases, an earlier alias before a later one, the fuller before the emptier,
    /// the first before the later.
    /// </summary>
    public static MappingCandidate Best(IReadOnlyCollection<MappingCandidate> candidates)
    {
        var eligible = Eligible(candidates);
        var fullest = eligible.Max(candidate => candidate.Sample.Filled);
        return eligible
            .Where(candidate => candidate.Sample.Filled * 2 >= fullest)
            .OrderBy(candidate => candidate.Match.Rank)
            .ThenByDescending(candidate => candidate.Sample.Filled)
            .ThenBy(candidate => candidate.Column.Index)
            .First();
    }

    private static MappingCandidate[] Eligible(IReadOnlyCollection<MappingCandidate> candidates)
    {
        var strong = candidates.Where(candidate => !candidate.Match.IsWeak).ToArray();
        var weak = candidates.Where(candidate => candidate.Match.IsWeak).ToArray();
        return strong.Length > 0 && (HasValue(strong) || !HasValue(weak) || IsOwner(strong[0])) ? strong : weak;
    }

    /// <remarks>A colleague is not the owner, also where no owner is told: the rows say then that theirs is missing.</remarks>
    private static bool IsOwner(MappingCandidate candidate) => candidate.Match.Field.Kind == LeadFieldKind.OwnerName;

    private static bool HasValue(MappingCandidate[] candidates) => Array.Exists(candidates, candidate => candidate.Sample.Filled > 0);
}

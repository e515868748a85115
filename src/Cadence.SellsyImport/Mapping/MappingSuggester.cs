using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Suggests a mapping: a whole folded heading that is a field's name or alias decides, and the values of the sample may veto it. If several
/// columns fit a field, one is used and the others are reported; a list is fed by all filled columns of one heading, and a consent by all of its columns. A merely similar heading is
/// offered, never applied. A heading of ids that other programs write too needs Sellsy's own headings beside it. Thread-safe.
/// </summary>
internal sealed class MappingSuggester
{
    private readonly ImmutableArray<LeadField> _fields;
    private readonly HeadingIndex _headings;
    private readonly HeadingSimilarity _likeness;

    public MappingSuggester(IEnumerable<LeadField> fields)
    {
        _fields = [.. fields];
        _headings = new(_fields);
        _likeness = new(_fields);
    }

    public MappingSuggestion Suggest(ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample)
    {
        var findings = ImmutableArray.CreateBuilder<ImportIssue>();
        HashSet<ExportColumn> fitting = [];
        var candidates = Candidates(columns, sample, findings);
        var mapping = FieldMapping.Empty;
        foreach (var field in _fields)
        {
            if (candidates.TryGetValue(field, out var ofField))
            {
                mapping = With(mapping, field, ofField, findings, fitting);
            }
        }

        ImmutableArray<ExportColumn> left = [.. columns.Where(column => !mapping.Columns.Contains(column.Index))];
        return new(mapping)
        {
            Similarities = _likeness.Find(mapping, left, fitting),
            Unmapped = [.. left.Where(column => column.Heading.Length > 0 || HasValue(column, sample))],
            Findings = findings.ToImmutable(),
        };
    }

    /// <summary>Feeds a field from the candidate that fits best, and a list from those of the same heading too. The others are findings.</summary>
    private static FieldMapping With(
        FieldMapping mapping,
        LeadField field,
        List<MappingCandidate> ofField,
        ImmutableArray<ImportIssue>.Builder findings,
        HashSet<ExportColumn> fitting)
    {
        findings.AddRange(ofField.Where(candidate => candidate.IsVetoed).Select(MappingFindings.Vetoed));
        MappingCandidate[] usable = [.. ofField.Where(candidate => !candidate.IsVetoed)];
        if (usable.Length == 0)
        {
            return mapping;
        }

        var best = MappingCandidate.Best(usable);
        mapping = mapping.WithColumn(field, best.Column, best.Match.Evidence);
        foreach (var other in usable.Where(candidate => candidate != best))
        {
            if (field.TakesSeveralColumns && (field.Kind == LeadFieldKind.Consent || other.IsRepeatedAndFilled(best)))
            {
                mapping = mapping.WithFurtherColumn(field, other.Column, other.Match.Evidence);
                continue;
            }

            findings.Add(MappingFindings.Competing(other, best.Column));
            if (field.TakesSeveralColumns)
            {
                fitting.Add(other.Column);
            }
        }

        return mapping;
    }

    private Dictionary<LeadField, List<MappingCandidate>> Candidates(
        ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample, ImmutableArray<ImportIssue>.Builder findings)
    {
        var candidates = new Dictionary<LeadField, List<MappingCandidate>>();
        var folded = SellsyHeadings.Fold(columns.Select(column => column.Heading));
        var isOfOtherFamily = HeadingFamilies.OtherThanMostOf(folded);
        foreach (var column in columns)
        {
            var heading = TextFolding.Heading(column.Heading);
            if (_headings.Find(heading) is not { } match)
            {
                continue;
            }

            if (match.Field.Equals(LeadFields.SellsyContactId) && !SellsyHeadings.CanNameContactIds(heading, folded))
            {
                findings.Add(MappingFindings.UncertainId(match.Field, column));
                continue;
            }

            if (!candidates.TryGetValue(match.Field, out var ofField))
            {
                candidates.Add(match.Field, ofField = []);
            }

            ofField.Add(new(column, match, ColumnSample.Of(match, column, sample), !match.Field.TakesSeveralColumns && isOfOtherFamily(heading)));
        }

        return candidates;
    }

    private static bool HasValue(ExportColumn column, ImmutableArray<SellsyRow> sample) =>
        sample.Any(row => row.Columns.Contains(column.Index) && !string.IsNullOrWhiteSpace(row[column.Index]));
}

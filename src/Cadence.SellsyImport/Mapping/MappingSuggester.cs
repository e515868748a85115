using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Suggests a mapping: a whole folded heading that is a field's name or alias decides, and the values of the sample may veto it. If several
/// columns fit a field, one is used and the others are reported. A merely similar heading is offered, never applied. A heading of ids that other
/// programs write too needs Sellsy's own headings beside it. Thread-safe.
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
        var candidates = Candidates(columns, sample, findings);
        var mapping = FieldMapping.Empty;
        foreach (var field in _fields)
        {
            if (candidates.TryGetValue(field, out var ofField) && BestOf(ofField, findings) is { } best)
            {
                mapping = mapping.WithColumn(field, best.Column, best.Match.Evidence);
            }
        }

        ImmutableArray<ExportColumn> left = [.. columns.Where(column => !mapping.Columns.Contains(column.Index))];
        return new(mapping)
        {
            Similarities = _likeness.Find(mapping, left),
            Unmapped = [.. left.Where(column => column.Heading.Length > 0 || HasValue(column, sample))],
            Findings = findings.ToImmutable(),
        };
    }

    /// <summary>The candidate that is used for a field, or null. Adds a finding for each rejected candidate.</summary>
    private static MappingCandidate? BestOf(List<MappingCandidate> ofField, ImmutableArray<ImportIssue>.Builder findings)
    {
        findings.AddRange(ofField.Where(candidate => candidate.IsVetoed).Select(MappingFindings.Vetoed));
        MappingCandidate[] fitting = [.. ofField.Where(candidate => !candidate.IsVetoed)];
        if (fitting.Length <= 1)
        {
            return fitting.FirstOrDefault();
        }

        var best = MappingCandidate.Best(fitting);
        findings.AddRange(fitting.Where(candidate => candidate != best).Select(candidate => MappingFindings.Competing(candidate, best.Column)));
        return best;
    }

    private Dictionary<LeadField, List<MappingCandidate>> Candidates(
        ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample, ImmutableArray<ImportIssue>.Builder findings)
    {
        var candidates = new Dictionary<LeadField, List<MappingCandidate>>();
        var folded = SellsyHeadings.Fold(columns.Select(column => column.Heading));
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

            ofField.Add(new(column, match, ColumnSample.Of(match, column, sample)));
        }

        return candidates;
    }

    private static bool HasValue(ExportColumn column, ImmutableArray<SellsyRow> sample) =>
        sample.Any(row => row.Columns.Contains(column.Index) && !string.IsNullOrWhiteSpace(row[column.Index]));
}

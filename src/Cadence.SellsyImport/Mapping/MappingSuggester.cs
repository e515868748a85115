using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Suggests a mapping: a whole folded heading that is a field's name or alias decides, the values of the sample may veto it, and of
/// several columns that fit a field one is taken and the others are named. Whatever is only alike is offered, never applied. Thread-safe.
/// </summary>
internal sealed class MappingSuggester
{
    private readonly ImmutableArray<LeadField> _fields;
    private readonly HeadingIndex _headings;
    private readonly HeadingLikeness _likeness;

    public MappingSuggester(IEnumerable<LeadField> fields)
    {
        _fields = [.. fields];
        _headings = new(_fields);
        _likeness = new(_fields);
    }

    public MappingSuggestion Suggest(ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample)
    {
        var candidates = Candidates(columns, sample);
        var mapping = FieldMapping.Empty;
        var findings = ImmutableArray.CreateBuilder<ImportIssue>();
        foreach (var field in _fields)
        {
            var ofField = candidates[field];
            findings.AddRange(ofField.Where(candidate => candidate.IsVetoed).Select(MappingFindings.Vetoed));
            MappingCandidate[] fitting = [.. ofField.Where(candidate => !candidate.IsVetoed)];
            if (fitting.Length == 0)
            {
                continue;
            }

            var best = MappingCandidate.Best(fitting);
            mapping = mapping.WithColumn(field, best.Column, best.Match.Evidence);
            findings.AddRange(fitting.Where(candidate => candidate != best).Select(candidate => MappingFindings.Competing(candidate, best.Column)));
        }

        ImmutableArray<ExportColumn> left = [.. columns.Where(column => !mapping.Columns.Contains(column.Index))];
        return new(mapping)
        {
            Likenesses = _likeness.Find(mapping, left),
            Unmapped = [.. left.Where(column => column.Heading.Length > 0 || HasValue(column, sample))],
            Findings = findings.ToImmutable(),
        };
    }

    private ILookup<LeadField, MappingCandidate> Candidates(ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample) => columns
        .Select(column => (Column: column, Match: _headings.Find(TextFolding.Heading(column.Heading))))
        .Where(pair => pair.Match is not null)
        .Select(pair => new MappingCandidate(pair.Column, pair.Match!, ColumnSample.Of(pair.Match!, pair.Column, sample)))
        .ToLookup(candidate => candidate.Match.Field);

    private static bool HasValue(ExportColumn column, ImmutableArray<SellsyRow> sample) =>
        sample.Any(row => row.Columns.Contains(column.Index) && !string.IsNullOrWhiteSpace(row[column.Index]));
}

using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Names the columns of a file in a profile, and finds them again in the next file.</summary>
internal static class ProfileColumns
{
    public static ImportProfileField Name(FieldAssignment assignment, ImmutableArray<ExportColumn> columns)
    {
        if (assignment.Column is not { } column)
        {
            return new(assignment.Field.Name, null, null, assignment.Constant);
        }

        var equal = EqualTo(column.Heading, columns);
        var place = equal.FindIndex(other => other.Index == column.Index);
        return new(assignment.Field.Name, column.Heading, equal.Count > 1 && place >= 0 ? place + 1 : null) { Values = assignment.Values };
    }

    public static FieldMapping Apply(ImportProfile profile, string fileName, ImmutableArray<ExportColumn> columns, LeadFieldCollection fields)
    {
        var unknown = profile.Fields.Where(entry => !fields.Contains(entry.Field)).Select(entry => entry.Field).ToArray();
        if (unknown.Length > 0)
        {
            throw new SellsyImportException(ErrorCodes.FieldUnknown, Join(unknown), Join(fields.Select(field => field.Name)));
        }

        var mapping = FieldMapping.Empty;
        List<string> missing = [];
        List<(string Heading, List<ExportColumn> Columns)> ambiguous = [];
        foreach (var entry in profile.Fields)
        {
            if (entry.Column is null)
            {
                mapping = mapping.WithConstant(fields[entry.Field], entry.Constant!, MappingEvidence.Profile);
                continue;
            }

            var found = Find(entry, columns);
            if (found.Count > 1)
            {
                ambiguous.Add((entry.Column, found));
            }
            else if (found.Count == 0 || mapping.Columns.Contains(found[0].Index))
            {
                missing.Add(entry.ColumnText);
            }
            else
            {
                var field = fields[entry.Field];
                mapping = mapping.Find(field) is null
                    ? mapping.WithColumn(field, found[0], MappingEvidence.Profile)
                    : mapping.WithFurtherColumn(field, found[0], MappingEvidence.Profile);
                mapping = entry.Values.Aggregate(mapping, (changed, decision) => changed.WithValue(found[0], decision.Text, decision.Value));
            }
        }

        if (missing.Count > 0)
        {
            throw new SellsyImportException(ErrorCodes.ColumnsNotFound, fileName, Join(missing));
        }

        return ambiguous.Count == 0
            ? mapping
            : throw new SellsyImportException(
                ErrorCodes.ColumnAmbiguous,
                fileName,
                ambiguous[0].Heading,
                Join(ambiguous[0].Columns.Select(column => FormattableString.Invariant($"#{column.Index}"))));
    }

    /// <remarks>Without an occurrence, the heading as it is spelt goes before its other spellings.</remarks>
    private static List<ExportColumn> Find(ImportProfileField entry, ImmutableArray<ExportColumn> columns)
    {
        var equal = EqualTo(entry.Column!, columns);
        if (entry.Occurrence is { } occurrence)
        {
            return occurrence <= equal.Count ? [equal[occurrence - 1]] : [];
        }

        var exact = equal.Where(column => string.Equals(column.Heading, entry.Column, StringComparison.Ordinal)).ToList();
        return exact.Count == 0 ? equal : exact;
    }

    private static List<ExportColumn> EqualTo(string heading, ImmutableArray<ExportColumn> columns)
    {
        var folded = TextFolding.Heading(heading);
        return [.. columns.Where(column => string.Equals(TextFolding.Heading(column.Heading), folded, StringComparison.Ordinal))];
    }

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);
}

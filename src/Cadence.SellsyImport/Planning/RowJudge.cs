using Cadence.SellsyImport.Owners;

namespace Cadence.SellsyImport.Planning;

/// <summary>
/// Judges a row by itself: maps it and looks its owner up. The preview, the pages shown of it, the write and the report all judge with
/// this class and the same facts, so that they cannot differ.
/// </summary>
internal sealed class RowJudge(IFieldMapper mapper, FieldMapping mapping, ExportFacts facts, OwnerBook owners)
{
    public JudgedRow Judge(SellsyRow row)
    {
        if (row.IsDamaged)
        {
            return new(null, null, row.Issues);
        }

        var mapped = mapper.Map(row, mapping, facts);
        var issues = row.Issues.IsEmpty ? mapped.Issues : row.Issues.AddRange(mapped.Issues);
        if (mapped.Owner.IsNone)
        {
            return new(mapped.Lead, null, issues);
        }

        return owners.Find(mapped.Owner) switch
        {
            null => new(mapped.Lead, null, issues, mapped.Owner),
            { User: { } user } => new(mapped.Lead, user, issues),
            var unresolved => new(mapped.Lead, null, issues.Add(OwnerIssues.Of(unresolved, row.Number, mapping))),
        };
    }
}

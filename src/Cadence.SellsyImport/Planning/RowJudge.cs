using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Plain;

namespace Cadence.SellsyImport.Planning;

/// <summary>
/// Judges a row by itself: maps it and looks its owner up. The preview, the pages shown of it, the write and the report all judge with
/// this class and the same facts, so that they cannot differ.
/// </summary>
internal sealed class RowJudge(IFieldMapper mapper, FieldMapping mapping, ExportFacts facts, OwnerBook owners)
{
    /// <summary>The short way for records with which nothing is wrong, or none where the mapper only knows rows.</summary>
    public PlainRecords? PlainRecords() => (mapper as IPlainMapper)?.PlainRecordsOf(mapping, facts);

    /// <summary>The same for the leads of such records, or none.</summary>
    public PlainLeads? PlainLeads() => (mapper as IPlainMapper)?.PlainLeadsOf(mapping, facts);

    /// <summary>The user who has an owner's leads; none where there is none, or where it is not certain who.</summary>
    public CadenceUser? UserOf(OwnerReference owner) => owners.Find(owner)?.User;

    public JudgedRow Judge(SellsyRow row)
    {
        if (row.IsDamaged)
        {
            return new(null, null, row.Issues);
        }

        var mapped = mapper.Map(row, mapping, facts);
        foreach (var issue in mapped.Issues)
        {
            Contract.Check(nameof(IFieldMapper), issue is not null, "issues without null");
            Contract.Known(nameof(IFieldMapper), issue!.Severity);
        }

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

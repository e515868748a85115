using Cadence.SellsyImport.Owners;

namespace Cadence.SellsyImport.Planning;

/// <summary>Tells which owners give a row no issue: judges a row of which only the cells of the owner are filled and mapped.</summary>
internal sealed class PlainOwners(IFieldMapper mapper, FieldMapping mapping, ExportFacts facts, OwnerBook owners)
{
    private readonly FieldAssignment? _name = mapping.Find(LeadFields.Owner);
    private readonly FieldAssignment? _id = mapping.Find(LeadFields.OwnerSellsyId);
    private readonly ColumnSelection _columns = new(facts.Columns.Select(column => column.Index));
    private readonly RowJudge _judge = new(mapper, OnlyOwner(mapping), facts, owners);

    public bool IsPlain(OwnerCellPair cells)
    {
        var values = new string[_columns.Count];
        Array.Fill(values, "");
        Fill(values, _name, cells.Name);
        Fill(values, _id, cells.Id);
        var judged = _judge.Judge(new(1, new(1, 1), _columns, values));
        return judged.Issues.IsEmpty && judged.Owner is not null;
    }

    private void Fill(string[] values, FieldAssignment? assignment, string cell)
    {
        if (assignment is { Column: { } column })
        {
            values[_columns.PositionOf(column.Index)] = cell;
        }
    }

    private static FieldMapping OnlyOwner(FieldMapping mapping) => mapping.Assignments
        .Select(assignment => assignment.Field)
        .Where(field => field != LeadFields.Owner && field != LeadFields.OwnerSellsyId)
        .Aggregate(mapping, (rest, field) => rest.Without(field));
}

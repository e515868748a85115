using System.Collections.Frozen;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>An assignment made ready for the row path: its slot is looked up once for all rows.</summary>
/// <param name="Slot">Where the value goes.</param>
/// <param name="Field">The field with its rules.</param>
/// <param name="Column">The column, or -1 where a constant feeds the field.</param>
/// <param name="Heading">The heading of the column, or null.</param>
/// <param name="Constant">The constant, or null.</param>
/// <param name="IsMandatory">Whether a row without it is an error; of the owner's name and id, which stand for each other, one is.</param>
internal sealed record CompiledAssignment(LeadSlot Slot, LeadField Field, int Column, string? Heading, string? Constant, bool IsMandatory)
{
    private readonly CellCleaner _cleaner = new(Field, Slot);

    /// <summary>What single texts of the column mean; null where nothing was decided.</summary>
    public FrozenDictionary<string, string>? Values { get; init; }

    /// <summary>The choices of the field; null for any other kind.</summary>
    public ChoiceReader? Choices { get; } = Field.Kind == LeadFieldKind.Choice ? new(Field.Choices) : null;

    /// <summary>Whether a cell of the field lists values behind each other.</summary>
    public bool IsList => Slot is LeadSlot.Owner or LeadSlot.OwnerSellsyId or LeadSlot.Tags or LeadSlot.CompanySellsyId or LeadSlot.Company;

    /// <summary>Whether the field is one of the company.</summary>
    public bool IsOfCompany => Slot is >= LeadSlot.CompanySellsyId and <= LeadSlot.CompanySiret;

    /// <summary>Whether several columns feed the field.</summary>
    public bool IsOfSeveral { get; init; }

    /// <summary>Whether the column is not the first one of its field.</summary>
    public bool IsFurther { get; init; }

    /// <summary>Its place among the assignments of a mapping, from 0.</summary>
    public int Number { get; private init; }

    /// <summary>Whether a cell of the field means the same on every row, whatever the other cells and the other rows are.</summary>
    public bool IsJudgedAlone => Slot is not (LeadSlot.Custom or LeadSlot.SellsyContactId or LeadSlot.Phone or LeadSlot.Mobile or LeadSlot.Fax
            or LeadSlot.Company or LeadSlot.CompanySellsyId or LeadSlot.CompanyZipCode)
        && !(Slot == LeadSlot.Email && IsOfSeveral) && Field.Kind is not (LeadFieldKind.Date or LeadFieldKind.DateTime) && !IsOfOwner;

    /// <summary>Whether the field names the owner.</summary>
    public bool IsOfOwner => Slot is LeadSlot.Owner or LeadSlot.OwnerSellsyId;

    /// <summary>The text that is read of a cell: without what is no part of the value, or what was decided for the text.</summary>
    public CellText TextOf(CellText cell)
    {
        var text = _cleaner.Clean(cell);
        return Values is not null && Values.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Span, out var value) ? new(value) : text;
    }

    /// <summary>
    /// The assignments in the order of the slots, so that issues come in the order of the fields and an id is read before the name
    /// that it explains.
    /// </summary>
    public static CompiledAssignment[] Compile(IReadOnlyCollection<FieldAssignment> assignments)
    {
        var isOwnerNamed = assignments.Any(assignment => SlotOf(assignment.Field) == LeadSlot.Owner);
        return
        [
            .. assignments
                .GroupBy(assignment => assignment.Field)
                .SelectMany(field => field.Select((assignment, place) =>
                    Compile(assignment, SlotOf(assignment.Field), isOwnerNamed) with { IsOfSeveral = field.Skip(1).Any(), IsFurther = place > 0 }))
                .OrderBy(compiled => compiled.Slot == LeadSlot.Custom ? int.MaxValue : (int)compiled.Slot)
                .ThenBy(compiled => compiled.Field.Name, StringComparer.Ordinal)
                .Select((compiled, number) => compiled with { Number = number }),
        ];
    }

    private static CompiledAssignment Compile(FieldAssignment assignment, LeadSlot slot, bool isOwnerNamed) => new(
        slot,
        assignment.Field,
        assignment.Column?.Index ?? -1,
        assignment.Column?.Heading,
        assignment.Constant,
        assignment.Field.IsMandatory || (slot == LeadSlot.OwnerSellsyId && !isOwnerNamed))
    {
        Values = assignment.Values.IsEmpty
            ? null
            : assignment.Values.ToFrozenDictionary(decision => decision.Text, decision => decision.Value, StringComparer.Ordinal),
    };

    /// <summary>Where the value of a field goes.</summary>
    public static LeadSlot SlotOf(LeadField field) =>
        LeadFields.All.Contains(field) && Enum.TryParse<LeadSlot>(field.Name, out var slot) ? slot : LeadSlot.Custom;
}

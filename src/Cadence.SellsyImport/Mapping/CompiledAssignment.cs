using System.Collections.Frozen;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>An assignment made ready for the row path: its place in a lead is looked up once for all rows.</summary>
/// <param name="Field">The field with its rules.</param>
/// <param name="Column">The column, or -1 where a constant feeds the field.</param>
/// <param name="Heading">The heading of the column, or null.</param>
/// <param name="Constant">The constant, or null.</param>
/// <param name="IsMandatory">Whether a row without it is an error; of the owner's name and id, which stand for each other, one is.</param>
internal sealed record CompiledAssignment(LeadField Field, int Column, string? Heading, string? Constant, bool IsMandatory)
{
    private static readonly ulong OwnerIdBit = 1UL << LeadFieldTable.NumberOf(LeadFields.OwnerSellsyId);

    private readonly CellCleaner _cleaner = new(Field);

    /// <summary>Where the value goes; null for a field of the host.</summary>
    public LeadFieldAccessor? Known { get; } = LeadFieldTable.Of(Field);

    /// <summary>The bit of the field among those that a row fills; one bit for all fields of the host.</summary>
    public ulong FilledBit { get; } = 1UL << LeadFieldTable.NumberOf(Field);

    /// <summary>Any one of these bits means that the field is filled: the owner's id stands for the owner's name.</summary>
    public ulong FilledBy { get; } = (1UL << LeadFieldTable.NumberOf(Field)) | (Field == LeadFields.Owner ? OwnerIdBit : 0);

    /// <summary>What single texts of the column mean; null where nothing was decided.</summary>
    public FrozenDictionary<string, string>? Values { get; init; }

    /// <summary>The choices of the field; null for any other kind.</summary>
    public ChoiceReader? Choices { get; } = Field.Kind == LeadFieldKind.Choice ? new(Field.Choices) : null;

    /// <summary>Whether a cell of the field lists values behind each other.</summary>
    public bool IsList => Known is not null && Field.Kind is LeadFieldKind.OwnerName or LeadFieldKind.OwnerId or LeadFieldKind.Tags or LeadFieldKind.CompanyId or LeadFieldKind.CompanyName;

    /// <summary>Whether the field is one of the lists that reach the contact: the e-mail addresses, the phone numbers.</summary>
    public bool IsOfContactLists { get; } = LeadFieldTable.Of(Field) is PhonesAccessor || Field == LeadFields.Email;

    /// <summary>Whether the field is one of the company.</summary>
    public bool IsOfCompany => Known is CompanyFieldAccessor;

    public bool IsZipCode { get; } = Field == LeadFields.CompanyZipCode;

    /// <summary>Whether yes in the column is a refusal.</summary>
    public bool IsInverted { get; } = Field.Kind == LeadFieldKind.Consent && RefusalHeadings.Are(Heading);

    /// <summary>Whether several columns feed the field.</summary>
    public bool IsOfSeveral { get; init; }

    /// <summary>Whether the column is not the first one of its field.</summary>
    public bool IsFurther { get; init; }

    /// <summary>Its place among the assignments of a mapping, from 0.</summary>
    public int Number { get; private init; }

    /// <summary>Whether a cell of the field means the same on every row, whatever the other cells and the other rows are.</summary>
    public bool IsJudgedAlone => Known is not null && !IsZipCode && !IsOfOwner && !IsOfContactLists
        && Field.Kind is not (LeadFieldKind.ContactId or LeadFieldKind.CompanyId or LeadFieldKind.CompanyName or LeadFieldKind.Date or LeadFieldKind.DateTime);

    /// <summary>Whether the field names the owner.</summary>
    public bool IsOfOwner { get; } = Field == LeadFields.Owner || Field == LeadFields.OwnerSellsyId;

    /// <summary>The text that is read of a cell: without what is no part of the value, or what was decided for the text.</summary>
    public CellText TextOf(CellText cell)
    {
        var text = _cleaner.Clean(cell);
        return Values is not null && Values.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Span, out var value) ? new(value) : text;
    }

    /// <summary>
    /// The assignments in the order of the fields that Cadence knows, so that issues come in the order of the fields and an id is read before the name
    /// that it explains.
    /// </summary>
    public static CompiledAssignment[] Compile(IReadOnlyCollection<FieldAssignment> assignments)
    {
        var isOwnerNamed = assignments.Any(assignment => assignment.Field == LeadFields.Owner);
        return
        [
            .. assignments
                .GroupBy(assignment => assignment.Field)
                .SelectMany(field => field.Select((assignment, place) =>
                    Compile(assignment, isOwnerNamed) with { IsOfSeveral = field.Skip(1).Any(), IsFurther = place > 0 }))
                .OrderBy(compiled => compiled.Known is null ? int.MaxValue : LeadFieldTable.NumberOf(compiled.Field))
                .ThenBy(compiled => compiled.Field.Name, StringComparer.Ordinal)
                .Select((compiled, number) => compiled with { Number = number }),
        ];
    }

    private static CompiledAssignment Compile(FieldAssignment assignment, bool isOwnerNamed) => new(
        assignment.Field,
        assignment.Column?.Index ?? -1,
        assignment.Column?.Heading,
        assignment.Constant,
        assignment.Field.IsMandatory || (assignment.Field == LeadFields.OwnerSellsyId && !isOwnerNamed))
    {
        Values = assignment.Values.IsEmpty
            ? null
            : assignment.Values.ToFrozenDictionary(decision => decision.Text, decision => decision.Value, StringComparer.Ordinal),
    };
}

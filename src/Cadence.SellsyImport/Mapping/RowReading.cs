using System.Collections.Immutable;
using System.Globalization;
using Cadence.SellsyImport.Reporting;
using Cadence.SellsyImport.Text;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Reads the values of one row, each by the kind of its field, into a lead and its issues.</summary>
internal ref partial struct RowReading
{
    private readonly long _row;
    private readonly ExportFacts _facts;
    private readonly SellsyImportOptions _options;
    private LeadDraft _lead;
    private ulong _filled;
    private ImmutableArray<ImportIssue>.Builder? _issues;

    public RowReading(long row, ExportFacts facts, SellsyImportOptions options)
    {
        _row = row;
        _facts = facts;
        _options = options;
        _lead = new();
    }

    public readonly MappedRow ToMappedRow() =>
        new(_lead.ToLead(), _lead.NamedOwner, _issues?.DrainToImmutable() ?? []);

    public void Read(CompiledAssignment assignment, string cell)
    {
        if (cell.Length == 0 || BlankValue.IsBlank(cell))
        {
            return;
        }

        _filled |= 1UL << (int)assignment.Slot;
        var text = cell.Trim();
        if (Mojibake.IsSuspect(text) && Mojibake.TryRepair(text, out _))
        {
            Warn(IssueCodes.TextGarbled, assignment);
        }

        if (assignment.Slot == LeadSlot.Custom)
        {
            ReadCustom(assignment, text);
        }
        else
        {
            ReadKnown(assignment, text);
        }
    }

    /// <summary>Says every mandatory field that is blank; the owner's id stands for the owner's name.</summary>
    public void CheckMandatory(CompiledAssignment[] assignments, SellsyRow row)
    {
        foreach (var assignment in assignments)
        {
            var isBlank = assignment.Slot switch
            {
                LeadSlot.Custom => BlankValue.IsBlank(assignment.CellOf(row)),
                LeadSlot.Owner => !IsFilled(LeadSlot.Owner) && !IsFilled(LeadSlot.OwnerSellsyId),
                _ => !IsFilled(assignment.Slot),
            };
            if (isBlank && (assignment.Field.IsMandatory || IsOnlyOwner(assignment, assignments)))
            {
                Add(new(IssueCodes.MandatoryBlank, IssueSeverity.Error), assignment);
            }
        }
    }

    public void KeepUnmapped(ColumnSelection mapped, SellsyRow row)
    {
        var columns = RejectedFile.Is(_facts.Columns) ? _facts.Columns.AsSpan()[..^2] : _facts.Columns.AsSpan();
        foreach (var column in columns)
        {
            if (!mapped.Contains(column.Index) && !string.IsNullOrWhiteSpace(row[column.Index]))
            {
                var name = column.Heading.Length > 0 ? column.Heading : string.Create(CultureInfo.InvariantCulture, $"#{column.Index}");
                LeadDraft.Add(ref _lead.UnmappedValues, new(name, row[column.Index]));
            }
        }
    }

    private void MarkBlank(CompiledAssignment assignment) => _filled &= ~(1UL << (int)assignment.Slot);

    private readonly bool IsFilled(LeadSlot slot) => (_filled & (1UL << (int)slot)) != 0;

    /// <summary>Where only the owner's id is mapped, it is what is mandatory.</summary>
    private static bool IsOnlyOwner(CompiledAssignment assignment, CompiledAssignment[] assignments) =>
        assignment.Slot == LeadSlot.OwnerSellsyId && !Array.Exists(assignments, other => other.Slot == LeadSlot.Owner);

    /// <summary>A text within the length of its field, or none with its issue.</summary>
    private string? TextWithin(CompiledAssignment assignment, string text)
    {
        if (assignment.Field.MaxLength is not { } most || !VisibleLength.IsLongerThan(text, most))
        {
            return text;
        }

        Add(
            new(IssueCodes.ValueTooLong, IssueSeverity.Error)
            {
                Arguments =
                [
                    VisibleLength.Of(text).ToString(CultureInfo.InvariantCulture),
                    most.ToString(CultureInfo.InvariantCulture),
                ],
            },
            assignment);
        return null;
    }

    private void Warn(string code, CompiledAssignment assignment, params ImmutableArray<string> arguments) =>
        Add(new(code, IssueSeverity.Warning) { Arguments = arguments }, assignment);

    /// <summary>A value that cannot be read is told, and kept with the lead as it stood.</summary>
    private void KeepUnread(string code, CompiledAssignment assignment, string text, params ImmutableArray<string> arguments)
    {
        Warn(code, assignment, arguments);
        LeadDraft.Add(ref _lead.UnreadValues, new(assignment.Field.Name, text));
    }

    private void Add(ImportIssue issue, CompiledAssignment assignment)
    {
        _issues ??= ImmutableArray.CreateBuilder<ImportIssue>();
        _issues.Add(issue with { Field = assignment.Field.Name, Column = assignment.Heading, Row = _row });
    }
}

using System.Collections.Immutable;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Mapping;

/// <summary>Refuses an unusable mapping before row 1 is imported.</summary>
internal static class MappingCheck
{
    /// <summary>Every mandatory field needs a column or a constant; the owner's Sellsy id stands for the owner's name.</summary>
    public static void ThrowIfIncomplete(string fileName, FieldMapping mapping, LeadFieldCollection fields)
    {
        var missing = fields
            .Where(field => field.IsMandatory && mapping.Find(field) is null)
            .Where(field => !field.Equals(LeadFields.Owner) || mapping.Find(LeadFields.OwnerSellsyId) is null)
            .Select(field => field.Name)
            .ToArray();
        if (missing.Length > 0)
        {
            ImmutableArray<string> identity = missing.Contains(LeadFields.SellsyContactId.Name) ? [LeadFields.SellsyContactId.Name] : [];
            throw new SellsyImportException(ErrorCodes.MandatoryFieldsNotMapped, [fileName, string.Join(", ", missing), .. identity]);
        }

        foreach (var assignment in mapping.Assignments)
        {
            if (!fields.Contains(assignment.Field.Name))
            {
                throw new SellsyImportException(ErrorCodes.FieldUnknown, assignment.Field.Name, string.Join(", ", fields.Select(field => field.Name)));
            }
        }
    }

    /// <summary>The order of day and month can be chosen for fields with dates only.</summary>
    public static void ThrowIfNotDates(ReadingOverrides overrides, LeadFieldCollection fields)
    {
        var dates = fields.Where(field => field.Kind is LeadFieldKind.Date or LeadFieldKind.DateTime).Select(field => field.Name).ToArray();
        foreach (var (field, order) in overrides.DateOrders)
        {
            if (!dates.Contains(field, StringComparer.Ordinal) || !Enum.IsDefined(order))
            {
                throw OverridesCheck.Invalid(nameof(overrides.DateOrders), $"{field}={order}", string.Join(", ", dates));
            }
        }
    }

    /// <summary>A mapping made for other headings is not applied to this file.</summary>
    public static void ThrowIfColumnsDiffer(string fileName, FieldMapping mapping, ImmutableArray<ExportColumn> columns)
    {
        var strange = mapping.Assignments
            .Where(assignment => assignment.Column is { } column && (column.Index >= columns.Length || columns[column.Index] != column))
            .Select(assignment => assignment.Column!.Heading)
            .ToArray();
        if (strange.Length > 0)
        {
            throw new SellsyImportException(ErrorCodes.ColumnsNotFound, fileName, string.Join(", ", strange));
        }
    }
}

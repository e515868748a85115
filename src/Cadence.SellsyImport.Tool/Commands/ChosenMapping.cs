using System.Globalization;

namespace Cadence.SellsyImport.Tool.Commands;

/// <summary>The mapping of a run, and its owner decisions.</summary>
internal sealed record ChosenMapping(FieldMapping Mapping, OwnerDecisions Decisions)
{
    /// <summary>
    /// The suggestion or the profile, then <c>--set</c>, then <c>--const</c> and <c>--value</c>; for the owners the profile, then <c>--owner</c>,
    /// <c>--default-owner</c> and <c>--unknown-owner</c>.
    /// </summary>
    /// <exception cref="SellsyImportException">The profile or a column of it does not fit the file.</exception>
    /// <exception cref="UsageException">One column is set for two fields, or a value is decided of a field without a column.</exception>
    public static ChosenMapping From(ImportProfile? profile, ExportOverview overview, ConsoleContext context)
    {
        var (mapping, decisions) = profile is null
            ? (overview.Suggestion.Mapping, OwnerDecisions.None)
            : (profile.ApplyTo(overview.FileName, overview.Columns, []), profile.Owners);

        var fieldByColumn = new Dictionary<int, LeadField>();
        foreach (var (field, name, isFurther) in context.Get(Options.Columns) ?? [])
        {
            var column = ColumnOf(overview, name);
            if (!fieldByColumn.TryAdd(column.Index, field))
            {
                var other = fieldByColumn[column.Index].Name;
                throw new UsageException(Say(
                    $"--set donne la colonne « {name} » à {other} et à {field.Name} : une colonne alimente un seul champ.",
                    $"--set gives the column \"{name}\" to {other} and to {field.Name}: one column feeds one field."));
            }

            mapping = isFurther ? mapping.WithFurtherColumn(field, column) : mapping.WithColumn(field, column);
        }

        foreach (var (field, constant, _) in context.Get(Options.Constants) ?? [])
        {
            mapping = mapping.WithConstant(field, constant);
        }

        foreach (var (name, text, value) in context.Get(Options.Values) ?? [])
        {
            var column = ColumnOf(overview, name);
            mapping = mapping.Columns.Contains(column.Index)
                ? mapping.WithValue(column, text, value)
                : throw new UsageException(Say(
                    $"--value : la colonne « {name} » n'alimente aucun champ ; donnez-la à un champ par --set.",
                    $"--value: the column \"{name}\" feeds no field; give it to a field by --set."));
        }

        return new(mapping, WithOptions(decisions, context));
    }

    private static OwnerDecisions WithOptions(OwnerDecisions decisions, ConsoleContext context)
    {
        foreach (var (text, userId) in context.Get(Options.Owners) ?? [])
        {
            decisions = decisions.With(text, userId);
        }

        decisions = context.Get(Options.DefaultOwner) is { } blank ? decisions.ForBlank(blank) : decisions;
        return context.Get(Options.UnknownOwner) is { } unknown ? decisions.ForUnknown(unknown) : decisions;
    }

    /// <summary>The profile that <c>--profile</c> names; null if there is none. Its overrides are needed before the file is opened.</summary>
    public static async Task<ImportProfile?> LoadProfileAsync(ConsoleContext context) =>
        context.Get(Options.Profile) is { } path ? await ImportProfile.LoadAsync(path, context.Cancellation) : null;

    /// <summary>The column of a heading, or of its index, as in <c>#3</c>.</summary>
    private static ExportColumn ColumnOf(ExportOverview overview, string name)
    {
        if (name[0] != '#' || !int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return overview.Column(name);
        }

        return index < overview.Columns.Length
            ? overview.Columns[index]
            : throw new SellsyImportException(ErrorCodes.ColumnsNotFound, overview.FileName, name);
    }
}

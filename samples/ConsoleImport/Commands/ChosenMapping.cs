using System.Globalization;
using Cadence.SellsyImport;
using ConsoleImport.CommandLine;
using ConsoleImport.Hosting;

namespace ConsoleImport.Commands;

/// <summary>The mapping of a run, and the owner decisions that came with its profile.</summary>
internal sealed record ChosenMapping(FieldMapping Mapping, OwnerDecisions Decisions)
{
    /// <summary>The suggestion or the profile, then <c>--set</c>, then <c>--const</c>.</summary>
    /// <exception cref="SellsyImportException">The profile or a column of it does not fit the file.</exception>
    /// <exception cref="UsageException">One column is set for two fields.</exception>
    public static async Task<ChosenMapping> FromAsync(ExportOverview overview, ConsoleContext context)
    {
        var options = context.Options;
        var chosen = new ChosenMapping(overview.Suggestion.Mapping, OwnerDecisions.None);
        if (options.Profile is { } path)
        {
            var profile = await ImportProfile.LoadAsync(path, context.Cancellation);
            chosen = new(profile.ApplyTo(overview.FileName, overview.Columns, []), profile.Owners);
        }

        var mapping = chosen.Mapping;
        var fieldByColumn = new Dictionary<int, LeadField>();
        foreach (var (field, name) in options.Columns)
        {
            var column = ColumnOf(overview, name);
            if (!fieldByColumn.TryAdd(column.Index, field))
            {
                throw new UsageException(context.Texts.ColumnTwice(name, fieldByColumn[column.Index].Name, field.Name), options.Command);
            }

            mapping = mapping.WithColumn(field, column);
        }

        foreach (var (field, constant) in options.Constants)
        {
            mapping = mapping.WithConstant(field, constant);
        }

        return chosen with { Mapping = mapping };
    }

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

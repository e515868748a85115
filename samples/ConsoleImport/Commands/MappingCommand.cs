using Cadence.SellsyImport;
using ConsoleImport.Hosting;
using ConsoleImport.Output;

namespace ConsoleImport.Commands;

/// <summary><c>mapping FILE</c>: the suggested mapping with its evidence; <c>--save</c> keeps it as a profile.</summary>
internal static class MappingCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        await using var services = ImportServices.WithoutStore([]);
        using var file = await SourceFile.OpenAsync(context.Options.File, context.Cancellation);
        var overview = await services.Importer.OpenAsync(file.Source, context.Cancellation);
        var chosen = await ChosenMapping.FromAsync(overview, context);
        if (context.Options.Save is { } path)
        {
            await ImportProfile.From(chosen.Mapping, chosen.Decisions, overview.Columns).SaveAsync(path, context.Cancellation);
        }

        var presenter = new MappingPresenter(context.Display, context.Texts);
        presenter.ShowFormat(overview);
        presenter.ShowMapping(overview, chosen.Mapping);
        presenter.ShowLikenesses(overview);
        if (context.Options.Save is { } saved)
        {
            context.Display.Line(context.Texts.ProfileSaved(saved));
        }

        if (context.Options.Json)
        {
            WriteJson(overview, chosen.Mapping, context);
        }
    }

    private static void WriteJson(ExportOverview overview, FieldMapping mapping, ConsoleContext context)
    {
        JsonAnswer.Write(writer =>
        {
            writer.WriteFormat(overview.Format, FileFindings.Of(overview), context.Library);
            writer.WriteMapping(mapping);
            writer.WriteLikenesses(overview.Suggestion.Likenesses);
            writer.WriteUnmapped(UnmappedColumns.Of(overview, mapping));
        });
    }
}

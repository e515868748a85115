using Cadence.SellsyImport;
using ConsoleImport.Hosting;
using ConsoleImport.Output;

namespace ConsoleImport.Commands;

/// <summary>A file with its mapping and its plan: what preview and import both make, without writing anything.</summary>
internal sealed record PlannedImport(ImportSource Source, ExportOverview Overview, ImportPlan Plan)
{
    public static async Task<PlannedImport> FromAsync(ImportServices services, string file, ConsoleContext context)
    {
        var importer = services.Importer;
        var source = ImportSource.FromFile(file);
        var overview = await importer.OpenAsync(source, context.Cancellation);
        var chosen = await ChosenMapping.FromAsync(overview, context);
        var presenter = new MappingPresenter(context.Display, context.Texts);
        presenter.ShowFormat(overview);
        presenter.ShowMapping(overview, chosen.Mapping);
        var plan = await context.Display.TrackAsync(progress =>
            importer.PreviewAsync(source, chosen.Mapping, chosen.Decisions, progress, context.Cancellation));
        if (!context.Options.Json)
        {
            await new PlanPresenter(context.Display, context.Texts)
                .ShowAsync(importer.ReadPreviewAsync(source, plan, cancellationToken: context.Cancellation), plan, context.Cancellation);
        }

        if (!await services.HasUsersAsync(context.Cancellation))
        {
            context.Messages.WriteLine(context.Texts.UsersNone);
        }

        return new(source, overview, plan);
    }
}

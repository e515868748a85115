using Cadence.SellsyImport;
using ConsoleImport.Hosting;
using ConsoleImport.Output;

namespace ConsoleImport.Commands;

/// <summary>A file with its mapping and its plan: what preview and import both make, without writing anything.</summary>
internal sealed record PlannedImport(ImportSource Source, ExportOverview Overview, ImportPlan Plan, bool HasUsers)
{
    public static async Task<PlannedImport> FromAsync(ImportServices services, ImportSource source, ConsoleContext context)
    {
        var importer = services.Importer;
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

        return new(source, overview, plan, await services.HasUsersAsync(context.Cancellation));
    }

    /// <summary>Says at the end of a run that went well why no row could have an owner.</summary>
    public void TellMissingUsers(ConsoleContext context)
    {
        if (!HasUsers)
        {
            context.Messages.WriteLine(context.Texts.UsersNone);
        }
    }
}

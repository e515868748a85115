using System.Text.Json.Nodes;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Tool.Commands;

/// <summary><c>mapping FILE</c>: the suggested mapping with its evidence; <c>--save</c> saves it as a profile.</summary>
internal static class MappingCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        await using var services = ImportServices.WithoutDatabase(context);
        var source = await SourceFile.OpenAsync(context.Get(Options.File), context);
        var profile = await ChosenMapping.LoadProfileAsync(context);
        var overrides = ReadingOptions.Of(context, profile?.Overrides ?? ReadingOverrides.None);
        var overview = await services.Importer.OpenAsync(source, overrides, context.Cancellation);
        var (mapping, decisions) = ChosenMapping.From(profile, overview, context);
        var saved = context.Get(Options.Save);
        if (saved is not null)
        {
            await ImportProfile.From(mapping, decisions, overview.Columns)
                .WithOverrides(overrides)
                .WithMatchDecisions(profile?.MatchDecisions ?? MatchDecisions.None)
                .SaveAsync(saved, context.Cancellation);
        }

        FileView.ShowFormat(context.Display, overview);
        FileView.ShowMapping(context.Display, overview, mapping);
        FileView.ShowSimilarities(context.Display, overview);
        if (saved is not null)
        {
            context.Display.Line(Say($"Profil enregistré dans {saved}", $"Profile saved to {saved}"));
        }

        if (context.IsJson)
        {
            JsonAnswer.Write(Json(overview, mapping));
        }
    }

    private static JsonObject Json(ExportOverview overview, FieldMapping mapping) => new()
    {
        ["format"] = JsonParts.Format(overview.Format, [.. overview.Format.Findings, .. overview.Suggestion.Findings]),
        ["mapping"] = JsonParts.Mapping(mapping),
        ["similarities"] = JsonParts.Array(overview.Suggestion.Similarities, similarity => new JsonObject
        {
            ["field"] = similarity.Field.Name,
            ["heading"] = similarity.Column.Heading,
            ["column"] = similarity.Column.Index,
            ["score"] = Math.Round(similarity.Score, 3),
        }),
        ["unmapped"] = JsonParts.Texts(FileView.Unmapped(overview, mapping).Select(column => column.Heading)),
    };
}

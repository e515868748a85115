using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkerImport;

/// <summary>Writes what came out of an import: <c>report.json</c>, and <c>rejected.csv</c> if a row was rejected, to be corrected and imported again.</summary>
internal static class Results
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static async Task WriteAsync(
        ISellsyImporter importer, ImportSource source, ImportReport report, string folder, CancellationToken cancellationToken)
    {
        if (report.Counts.Errors > 0)
        {
            await using var rejected = File.Create(Path.Combine(folder, "rejected.csv"));
            await importer.WriteRejectedRowsAsync(source, report, rejected, ImportTexts.French, cancellationToken);
        }

        await using var destination = File.Create(Path.Combine(folder, "report.json"));
        await JsonSerializer.SerializeAsync(
            destination,
            new { File = source.Name, report.Import.ImportId, report.Import.StartedAt, report.ResumedAtRow, report.Counts, report.Issues },
            Json,
            cancellationToken);
    }
}

using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Documents;
using Cadence.SellsyImport.Tests.Importing;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>A small file from the field, kept byte for byte, and the users of Cadence whom it names.</summary>
internal static class CaseFile
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    public static ImportSource Source(string name) => ImportSource.FromBytes(name, Bytes(name));

    public static ImportProfile Profile(string name) => ImportProfile.Parse(File.ReadAllText(PathOf(name)), name);

    public static FixedUserProvider Users(string name = "users.csv") => new(
        File.ReadLines(PathOf(name)).Skip(1).Select(line => line.Split(',') is [var id, var first, var last, var email, var sellsyId]
            ? new CadenceUser(id, first, last) { Email = email, SellsyId = sellsyId.Length > 0 ? sellsyId : null }
            : throw new InvalidDataException(name)));

    /// <summary>Opens a file, takes the suggested mapping, and reads every row of the preview.</summary>
    public static async Task<(ImportPlan Plan, List<PreviewRow> Rows)> PreviewAsync(
        string name, string users = "users.csv", OwnerDecisions? decisions = null, ReadingOverrides? overrides = null)
    {
        using var host = new ImportHost(users: Users(users));
        var source = Source(name);
        var options = new PreviewOptions { Decisions = decisions ?? OwnerDecisions.None, Overrides = overrides ?? ReadingOverrides.None };
        var overview = await host.Importer.OpenAsync(source, options.Overrides, ImportHost.Cancellation);
        var mapping = overview.Suggestion.Mapping;
        mapping = mapping.Find(LeadFields.SellsyContactId) is null ? mapping.WithColumn(LeadFields.SellsyContactId, overview.Columns[0]) : mapping;
        var plan = await host.Importer.PreviewAsync(source, mapping, options, cancellationToken: ImportHost.Cancellation);
        return (plan, await host.Importer.ReadPreviewAsync(source, plan, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation));
    }

    private static string PathOf(string name) =>
        Repository.PathOf("tests", "Cadence.SellsyImport.Tests", "Cases", "Files", Path.HasExtension(name) ? name : name + ".csv");
}

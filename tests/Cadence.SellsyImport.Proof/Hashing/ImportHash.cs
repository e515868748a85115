using System.Security.Cryptography;
using System.Text;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Proof.Hashing;

/// <summary>
/// One hash of everything that an import shows: format, suggested mapping, plan, every row with its values and its reasons in both
/// languages, report, and the bytes of the file of rejected rows. The id of the import and its times are left out.
/// </summary>
internal static class ImportHash
{
    private static readonly ImportTexts[] Languages = [ImportTexts.French, ImportTexts.English];

    public static async Task<string> OfAllAsync()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in ProofFiles.All())
        {
            hash.AppendData(Encoding.UTF8.GetBytes(await DescribeAsync(name, bytes).ConfigureAwait(false)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The text that is hashed, to see what differs where two hashes do.</summary>
    public static async Task<string> DescribeAsync(string name, byte[] bytes)
    {
        using var host = new ProofHost(options => options.KeepUnmappedColumns = true);
        using var scope = host.NewScope();
        var text = new StringBuilder();
        try
        {
            await DescribeAsync(scope.ServiceProvider, ImportSource.FromBytes(name, bytes), text).ConfigureAwait(false);
        }
        catch (SellsyImportException exception)
        {
            Add(text, nameof(exception), exception.Code);
            Add(text, nameof(exception), exception.Arguments);
            Add(text, nameof(exception), Languages.Select(language => language.ErrorText(exception.Code, exception.Arguments)));
        }

        return text.ToString();
    }

    private static async Task DescribeAsync(IServiceProvider services, ImportSource source, StringBuilder text)
    {
        var importer = services.GetRequiredService<ISellsyImporter>();
        var overview = await importer.OpenAsync(source).ConfigureAwait(false);
        Add(text, nameof(overview), overview);
        var plan = await importer.PreviewAsync(source, Completed(overview)).ConfigureAwait(false);
        Add(text, nameof(plan), plan);
        await foreach (var row in importer.ReadPreviewAsync(source, plan).ConfigureAwait(false))
        {
            Add(text, nameof(row), row);
            Add(text, nameof(row.Issues), row.Issues.SelectMany(issue => Languages.Select(language => language.IssueText(issue))));
        }

        var report = await importer.AddAsync(source, plan).ConfigureAwait(false);
        Add(text, nameof(report.Counts), report.Counts);
        Add(text, nameof(report.Issues), report.Issues);
        await foreach (var row in importer.ReadReportAsync(source, report).ConfigureAwait(false))
        {
            Add(text, nameof(row.Outcome), row.Outcome);
            Add(text, nameof(row.Issues), row.Issues);
        }

        Add(text, nameof(InMemoryLeadSink.Leads), services.GetRequiredService<InMemoryLeadSink>().Leads);
        foreach (var language in Languages)
        {
            using var rejected = new MemoryStream();
            var written = await importer.WriteRejectedRowsAsync(source, report, rejected, language).ConfigureAwait(false);
            Add(text, nameof(rejected), written);
            Add(text, nameof(rejected), Convert.ToHexString(rejected.ToArray()));
        }
    }

    private static FieldMapping Completed(ExportOverview overview)
    {
        var mapping = overview.Suggestion.Mapping;
        mapping = mapping.Find(LeadFields.Owner) is null ? mapping.WithConstant(LeadFields.Owner, "AUBRAC helene") : mapping;
        mapping = mapping.Find(LeadFields.FirstName) is null ? mapping.WithConstant(LeadFields.FirstName, "İris") : mapping;
        return mapping.Find(LeadFields.SellsyContactId) is null
            ? mapping.WithColumn(LeadFields.SellsyContactId, overview.Columns[0])
            : mapping;
    }

    private static void Add(StringBuilder text, string name, object? value) =>
        ValueText.Append(text.Append(name).Append('='), value).Append('\n');
}

using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>Imports one input from its bytes to the file of rejected rows, and checks what an import promises. Thread-safe.</summary>
internal sealed class FuzzTarget : IDisposable
{
    private const string FileName = "contacts.csv";

    private const int Hosts = 16;

    private readonly ProofHost _usual = new();
    private readonly ProofHost _tight = new(Tighten);
    private readonly ProofHost _usualOnce;
    private readonly ProofHost _tightOnce;

    public FuzzTarget()
    {
        _usualOnce = new(null, _ => new OpenOnceReader(_usual.Reader));
        _tightOnce = new(Tighten, _ => new OpenOnceReader(_tight.Reader));
    }

    public void Dispose()
    {
        _usual.Dispose();
        _tight.Dispose();
        _usualOnce.Dispose();
        _tightOnce.Dispose();
    }

    /// <summary>
    /// Imports an input; its length tells how: half of them with the smallest limits that the options allow, and one in eight with the
    /// file opened anew for every stage, as it is without a fuzzer.
    /// </summary>
    public async Task<FuzzResult> RunAsync(byte[] input)
    {
        try
        {
            return await ImportAsync(HostFor(input), input).ConfigureAwait(false);
        }
        catch (SellsyImportException exception) when (exception.Code != ErrorCodes.SeamContractBroken)
        {
            return new(null, exception.Code);
        }
        catch (Exception exception)
        {
            return new(new($"no exception but the one documented: {exception.GetType().Name}", exception.ToString()));
        }
    }

    private ProofHost HostFor(byte[] input) => (input.Length % Hosts) switch
    {
        0 => _usual,
        1 => _tight,
        var other => other % 2 == 0 ? _usualOnce : _tightOnce,
    };

    private static void Tighten(SellsyImportOptions options)
    {
        options.MaxRecordBytes = 1 << 10;
        options.MaxCellLength = 1 << 8;
        options.MaxColumns = 30;
        options.MaxEmails = 1;
        options.MaxPhones = 1;
        options.BatchSize = 2;
        options.KeepUnmappedColumns = true;
        options.InvalidEmailIsError = true;
    }

    private static async Task<FuzzResult> ImportAsync(ProofHost host, byte[] input)
    {
        using var scope = host.NewScope();
        var importer = scope.ServiceProvider.GetRequiredService<ISellsyImporter>();
        var source = ImportSource.FromBytes(FileName, input);
        var overview = await importer.OpenAsync(source).ConfigureAwait(false);
        try
        {
            var plan = await importer.PreviewAsync(source, Completed(overview)).ConfigureAwait(false);
            var report = await importer.AddAsync(source, plan).ConfigureAwait(false);
            var rows = new List<ReportRow>((int)plan.Rows);
            await foreach (var row in importer.ReadReportAsync(source, report).ConfigureAwait(false))
            {
                rows.Add(row);
            }

            using var rejected = new MemoryStream();
            var written = await importer.WriteRejectedRowsAsync(source, report, rejected, ImportTexts.French).ConfigureAwait(false);
            var leads = scope.ServiceProvider.GetRequiredService<InMemoryLeadSink>().Leads;
            var finding = Promises.Check(report, rows, leads, written) ?? LineAccount.Check(input, plan.Format, rows);
            return new(finding, null, rows.Count, report.Counts.Errors);
        }
        catch (SellsyImportException exception) when (exception.Code != ErrorCodes.SeamContractBroken)
        {
            return new(new("a file that opens can be imported", exception.Message));
        }
    }

    /// <summary>What is missing is mapped, so that every file that opens is imported.</summary>
    private static FieldMapping Completed(ExportOverview overview)
    {
        var mapping = overview.Suggestion.Mapping;
        mapping = mapping.Find(LeadFields.SellsyContactId) is null
            ? mapping.WithColumn(LeadFields.SellsyContactId, overview.Columns[0])
            : mapping;
        mapping = mapping.Find(LeadFields.FirstName) is null ? mapping.WithConstant(LeadFields.FirstName, "Anne") : mapping;
        return mapping.Find(LeadFields.Owner) is null && mapping.Find(LeadFields.OwnerSellsyId) is null
            ? mapping.WithConstant(LeadFields.Owner, "Hélène Aubrac")
            : mapping;
    }
}

using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>What a sink cannot do is told when it is asked for, not before.</summary>
public sealed class BareSinkTests : IDisposable
{
    private const string Csv = "ID CONTACT;PRENOM CONTACT;Propriétaire\r\n1;Anne;Marie Durand\r\n2;Luc;Marie Durand\r\n";

    private readonly InMemoryLeadSink _inner = new();
    private readonly ImportHost _host;

    public BareSinkTests() => _host = new(sink: new BareSink(_inner));

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task History_resume_and_undo_are_refused_and_say_what_the_sink_lacks()
    {
        var imported = await _host.ImportAsync(ImportHost.Source(Csv));
        Assert.Equal(2, imported.Counts.Added);

        var history = await Assert.ThrowsAsync<SellsyImportException>(async () => await _host.History.ReadAsync(ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation));
        var resume = await Assert.ThrowsAsync<SellsyImportException>(() => _host.History.ResumeAsync(imported.Import.ImportId, cancellationToken: ImportHost.Cancellation));
        var undo = await Assert.ThrowsAsync<SellsyImportException>(() => _host.History.UndoAsync(imported.Import.ImportId, cancellationToken: ImportHost.Cancellation));

        Assert.All([history, resume, undo], exception => Assert.Equal(ErrorCodes.StoreCannot, exception.Code));
        Assert.Contains(nameof(IImportLedger), history.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(IImportLedger), resume.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(IUndoLedger), undo.Message, StringComparison.Ordinal);
        Assert.Equal(2, _inner.Leads.Count);
    }

    [Theory]
    [InlineData(ExistingLeadPolicy.FillBlanks)]
    [InlineData(ExistingLeadPolicy.Overwrite)]
    public async Task A_policy_that_changes_leads_is_refused_and_skipping_them_is_not(ExistingLeadPolicy policy)
    {
        _inner.AddExisting(new ExistingLead("1"));
        var source = ImportHost.Source(Csv);
        var plan = await _host.PreviewAsync(source);

        var exception = Assert.Throws<SellsyImportException>(() => plan.WithExistingLeads(policy));
        var report = await _host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(ErrorCodes.StoreCannot, exception.Code);
        Assert.Equal((1, 1), (report.Counts.Added, report.Counts.Skipped));
    }
}

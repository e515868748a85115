using System.Globalization;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Tests.Ledgers;

/// <summary>Hosts over one sink and one separate ledger in memory; each host is a process of its own.</summary>
internal sealed class LedgerHost(ILeadSink sink)
{
    public InMemoryLedger Ledger { get; } = new();

    /// <summary>Rows of Marie and Hélène in turn: ids from 1 on, first names <c>P1</c>, <c>P2</c> …</summary>
    public static ImportSource Rows(int count, string firstName = "P") => ImportHost.Source(string.Concat(
        Enumerable.Range(1, count).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{row};{firstName}{row};{(row % 2 == 1 ? "Marie Durand" : "Hélène Brûlé")}\r\n"))
            .Prepend("ID CONTACT;PRENOM CONTACT;Propriétaire\r\n")));

    public ImportHost Open(int batchSize = 4, ExistingLeadPolicy policy = ExistingLeadPolicy.Skip, ICadenceUserProvider? users = null) => new(
        options => (options.BatchSize, options.ExistingLeads) = (batchSize, policy),
        services => services.AddSingleton<ISeparateLedger>(Ledger),
        sink,
        users: users);

    public async Task<ImportReport> ImportAsync(ImportSource source, ExistingLeadPolicy policy = ExistingLeadPolicy.Skip)
    {
        using var host = Open(policy: policy);
        return await host.ImportAsync(source);
    }

    /// <summary>Imports with a plain sink whose call of this number fails, as all after it do.</summary>
    public async Task StopAsync(ImportSource source, int call, SinkFault fault = SinkFault.Fail, ExistingLeadPolicy policy = ExistingLeadPolicy.Skip)
    {
        var plain = (PlainSinkBase)sink;
        plain.Faults = new(call, fault) { StaysBroken = true };
        await Xunit.Assert.ThrowsAsync<InjectedFaultException>(() => ImportAsync(source, policy));
        plain.Faults = null;
    }

    public async Task<UndoReport> UndoAsync(string importId)
    {
        using var host = Open();
        return await host.History.UndoAsync(importId, cancellationToken: ImportHost.Cancellation);
    }

    public async Task<LedgerImport> LastAsync() => await Ledger.ReadImportsAsync(cancellationToken: ImportHost.Cancellation).FirstAsync(ImportHost.Cancellation);
}

using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Xunit;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>An import with a new sink in memory and a separate ledger. Each call of it is a process of its own.</summary>
internal sealed class SeparateImport
{
    private const string Plain = "find and add";
    private const string Updating = "update";
    private const string Removing = "remove";
    private const string AllSteps = "update and remove";
    private const string Remembering = "remember batches";

    private readonly ISeparateLedger _ledger;
    private readonly RandomImport _import;
    private readonly ILeadSink _sink;
    private readonly HashSet<string> _earlier = [];

    public SeparateImport(string sink, ISeparateLedger ledger, RandomImport import)
    {
        (_ledger, _import) = (ledger, import);
        _sink = sink switch
        {
            Plain => new PlainSink(),
            Updating => new PlainUpdatingSink(),
            Removing => new PlainRemovingSink(),
            AllSteps => new PlainSinkOfAllSteps(),
            _ => new InMemoryLeadSink(),
        };
    }

    public static ImmutableArray<string> Sinks { get; } = [Plain, Updating, Removing, AllSteps, Remembering];

    public static ImmutableArray<string> SinksThatUndo { get; } = [Removing, AllSteps];

    /// <summary>The leads of the sink as texts, by their ids.</summary>
    public string[] Texts => _sink is PlainSinkBase plain
        ? [.. plain.Leads.Select(FullLeads.Text)]
        : [.. ((InMemoryLeadSink)_sink).Leads.OrderBy(entry => entry.Lead.SellsyContactId).Select(entry => FullLeads.Text(entry.Lead, entry.Owner))];

    /// <summary>The ids of contacts that were sent to be added although they were there.</summary>
    public IReadOnlyList<string> SentAlthoughThere => _sink is PlainSinkBase plain ? plain.SentAlthoughThere : [];

    /// <summary>How the disturbed import stood after the fault; null if it was not started.</summary>
    public LedgerImport? Stopped { get; private set; }

    public static bool CanChange(string sink) => sink is Updating or AllSteps;

    public static ExistingLeadPolicy PolicyOf(string sink) => CanChange(sink) ? ExistingLeadPolicy.Overwrite : ExistingLeadPolicy.Skip;

    /// <summary>Imports the leads that exist before the case.</summary>
    public async Task PrepareAsync()
    {
        await foreach (var import in _ledger.ReadImportsAsync(cancellationToken: Cancellation))
        {
            _earlier.Add(import.Import.ImportId);
        }

        await using var host = Host(null);
        await host.ImportAsync(_import.Before, Cancellation);
    }

    public async Task<ImportReport> ImportAsync(FaultInjector? faults = null)
    {
        await using var host = Host(faults);
        return await host.ImportAsync(_import.File, Cancellation);
    }

    public async Task<UndoReport> UndoAsync(string importId, FaultInjector? faults = null)
    {
        await using var host = Host(faults);
        return await host.History.UndoAsync(importId, cancellationToken: Cancellation);
    }

    /// <summary>Imports with a fault, which need not come.</summary>
    public async Task FailAsync(FaultInjector faults)
    {
        await using var host = Host(faults);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var importing = Task.Run(() => host.ImportAsync(_import.File, stopping.Token), Cancellation);
        while (!importing.IsCompleted && !faults.IsFaultInjected)
        {
            await Task.Yield();
        }

        if (faults.Fault == SinkFault.HangUntilCancelled)
        {
            await stopping.CancelAsync();
        }

        try
        {
            await importing;
        }
        catch (Exception exception) when (exception is InjectedFaultException or OperationCanceledException)
        {
        }

        Stopped = await FindLastAsync();
    }

    public async Task<string[]> TextAsync(ImportReport report)
    {
        await using var host = Host(null);
        return await host.TextAsync(_import.File, report);
    }

    public async Task<LedgerImport> FindAsync(string importId)
    {
        var import = await _ledger.FindImportAsync(importId, Cancellation);
        Assert.NotNull(import);
        return import;
    }

    /// <summary>The newest import of the file over this sink; null if it was not started.</summary>
    public async Task<LedgerImport?> FindLastAsync()
    {
        await foreach (var import in _ledger.ReadImportsAsync(cancellationToken: Cancellation))
        {
            if (import.Import.FileName == _import.File.Name && !_earlier.Contains(import.Import.ImportId))
            {
                return import;
            }
        }

        return null;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ImportHost Host(FaultInjector? faults)
    {
        if (_sink is PlainSinkBase plain)
        {
            plain.Faults = faults;
        }

        var sink = faults is not null && _sink is InMemoryLeadSink ? new FaultInjectingLeadSink(_sink, faults) : _sink;
        return new(sink, _import, faults is null ? _ledger : new FaultInjectingLedger(_ledger, faults));
    }
}

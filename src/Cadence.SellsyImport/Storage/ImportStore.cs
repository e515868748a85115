namespace Cadence.SellsyImport.Storage;

/// <summary>The sink of a host, with its ledger if it has one: the one place that knows what they can do together.</summary>
internal sealed class ImportStore
{
    /// <exception cref="SellsyImportException">The sink keeps a ledger itself, and another is beside it.</exception>
    public ImportStore(ILeadSink sink, ISeparateLedger? ledger)
    {
        if (sink is IImportLedger && ledger is not null)
        {
            throw new SellsyImportException(ErrorCodes.LedgerTwice, sink.GetType().Name, ledger.GetType().Name);
        }

        Sink = sink;
        LedgerCheck = (ledger ?? (object)sink) as IStoreCheck;
        Ledger = sink as IImportLedger ?? (ledger is null ? null : new SinkWithLedger(sink, ledger));
    }

    public ILeadSink Sink { get; }

    /// <summary>The ledger of the sink or the one beside it; null for a sink that only adds.</summary>
    public IImportLedger? Ledger { get; }

    /// <summary>Reads the leads that an import can change; null if it cannot change any.</summary>
    public ILeadReader? ChangeableLeads => Sink is IImportLedger or ILeadUpdater ? (ILeadReader)Sink : null;

    /// <exception cref="SellsyImportException">No part can be checked: <see cref="ErrorCodes.StoreCannot"/>.</exception>
    public IStoreCheck WholeCheck
    {
        get
        {
            List<IStoreCheck> parts = [.. new[] { Sink as IStoreCheck, LedgerCheck }.OfType<IStoreCheck>().Distinct()];
            return parts.Count > 0 ? new WholeStoreCheck(parts) : throw NoCheck();
        }
    }

    private IStoreCheck? LedgerCheck { get; }

    /// <exception cref="SellsyImportException">The part cannot be checked: <see cref="ErrorCodes.StoreCannot"/>.</exception>
    public IStoreCheck CheckOf(string part) => (part == StoreParts.Ledger ? LedgerCheck : Sink as IStoreCheck) ?? throw NoCheck();

    /// <exception cref="SellsyImportException">There is no ledger: <see cref="ErrorCodes.StoreCannot"/>.</exception>
    public IImportLedger RequireLedger(string task) => Ledger ?? throw Cannot(task, nameof(IImportLedger));

    /// <exception cref="SellsyImportException">Nothing can be undone here: <see cref="ErrorCodes.StoreCannot"/>.</exception>
    public IUndoLedger RequireUndo(string task) => Ledger as IUndoLedger ?? throw Cannot(task, nameof(IUndoLedger));

    /// <summary>Refuses an account that the sink would not keep: its contacts would be taken for those of another account.</summary>
    /// <exception cref="SellsyImportException">The account has a name, and the sink keeps none: <see cref="ErrorCodes.StoreCannot"/>.</exception>
    public void RequireAccounts(string sellsyAccount)
    {
        if (!Sink.KeepsSellsyAccounts)
        {
            ThrowIfNamed(sellsyAccount);
        }
    }

    public static void ThrowIfNamed(string sellsyAccount)
    {
        ArgumentNullException.ThrowIfNull(sellsyAccount);
        if (sellsyAccount.Length > 0)
        {
            throw Cannot(nameof(SellsyImportOptions.SellsyAccount), nameof(ILeadSink.KeepsSellsyAccounts));
        }
    }

    public static SellsyImportException Cannot(string task, string step) => new(ErrorCodes.StoreCannot, task, step);

    private static SellsyImportException NoCheck() => Cannot("check", nameof(IStoreCheck));
}

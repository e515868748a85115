namespace Cadence.SellsyImport.Storage;

/// <summary>Joins a sink with a separate ledger, for a store that runs both in one transaction of its own.</summary>
public static class SeparateLedgerExtensions
{
    /// <summary>
    /// Makes one ledger of a sink and the separate ledger beside it, as an import does with those that are registered. If the caller runs
    /// <see cref="IImportLedger.WriteLeadsAsync"/> and <see cref="IUndoLedger.UndoAsync"/> each within one transaction that both use, no batch is ever in doubt.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="sink">The sink, which is no <see cref="IImportLedger"/> itself.</param>
    /// <returns>The ledger of both. It does what the steps of the sink allow.</returns>
    public static IUndoLedger Beside(this ISeparateLedger ledger, ILeadSink sink)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(sink);
        return new SinkWithLedger(sink, ledger);
    }
}

using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What the sink of the host can do, with the ledger beside it if there is one.</summary>
internal sealed class StoreAbilities(ILeadSink sink, ISeparateLedger? ledger)
{
    public bool CanUpdate => sink is IImportLedger or ILeadUpdater;

    public bool CanUndo => sink is IUndoLedger || (ledger is not null && sink is ILeadRemover);

    public bool HasHistory => sink is IImportLedger || ledger is not null;
}

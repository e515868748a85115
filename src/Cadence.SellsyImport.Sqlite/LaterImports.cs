namespace Cadence.SellsyImport.Sqlite;

/// <summary>Finds the other imports that changed leads after a batch and are not undone.</summary>
internal sealed class LaterImports(SqliteSession session, BatchToUndo batch)
{
    private readonly bool _anyChanges = session.Changes.Last() > batch.LastChange;

    /// <summary>The id of the latest import that changed the lead or created it again; null if there is none.</summary>
    public string? Find(LeadRow lead, bool isSameLead)
    {
        var creation = isSameLead || lead.Origin is not { } origin || origin.Import == batch.Origin.Import
            ? null
            : session.Batches.FindCreation(origin);
        creation = creation is { IsUndone: true } ? null : creation;
        var changed = _anyChanges
            ? session.Changes.FindLater(lead.Lead.Lead.SellsyContactId, creation?.LastChange ?? batch.LastChange, batch.Origin.Import)
            : null;
        return changed ?? creation?.ImportId;
    }
}

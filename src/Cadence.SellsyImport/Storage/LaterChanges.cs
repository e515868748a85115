namespace Cadence.SellsyImport.Storage;

/// <summary>What imports and undos did to leads after a batch that is being undone.</summary>
/// <param name="importId">The import of the batch.</param>
internal sealed class LaterChanges(string importId)
{
    private readonly Dictionary<string, string> _importByContact = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Contact, long Version), long> _nextVersions = [];

    public string ImportId { get; } = importId;

    /// <summary>The first batch of the import itself that was added.</summary>
    public int FirstOwnBatch { get; set; } = int.MaxValue;

    /// <summary>Adds a batch; those of newer imports come first.</summary>
    public void Add(BatchRecord record, BatchContent content)
    {
        if (record.Stage == BatchStage.Begun)
        {
            return;
        }

        var undone = content.AllUndone.ToDictionary(lead => lead.Row);
        foreach (var lead in content.Written)
        {
            AddVersion(lead.Id, lead.Before?.Version, lead.Version);
            if (undone.TryGetValue(lead.Row, out var undo))
            {
                AddVersion(lead.Id, lead.Version, undo.Version);
            }
            else if (record.ImportId != ImportId)
            {
                _importByContact.TryAdd(lead.Id, record.ImportId);
            }
        }
    }

    /// <summary>The newest later import that wrote this lead and is not undone.</summary>
    public string? FindImport(string contactId) => _importByContact.GetValueOrDefault(contactId);

    /// <summary>The version that a lead of the batch has if only imports and undos changed it since.</summary>
    public long? VersionAfter(RecordedLead lead)
    {
        var version = lead.Version;
        while (version is { } known && _nextVersions.TryGetValue((lead.Id, known), out var next))
        {
            version = next;
        }

        return version;
    }

    private void AddVersion(string contactId, long? before, long? after)
    {
        if (before is { } one && after is { } next && one != next)
        {
            _nextVersions[(contactId, one)] = next;
        }
    }
}

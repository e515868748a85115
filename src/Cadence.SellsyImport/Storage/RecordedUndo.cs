using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Cadence.SellsyImport.Leads;

namespace Cadence.SellsyImport.Storage;

/// <summary>What is done, or was done, to undo a lead of a batch. Immutable.</summary>
/// <param name="Row">The row of the lead.</param>
/// <param name="Id">The id of the contact.</param>
/// <param name="Outcome">What is done.</param>
internal sealed record RecordedUndo(
    [property: JsonPropertyName("r")] long Row,
    [property: JsonPropertyName("i")] string Id,
    [property: JsonPropertyName("u")] UndoOutcome Outcome)
{
    /// <summary>The fields that are kept; null for none.</summary>
    [JsonPropertyName("k")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? KeptFields { get; init; }

    [JsonPropertyName("l")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ChangedByImport { get; init; }

    /// <summary>The version that a lead has since it was restored whole; null where it was not, or where the sink does not know it.</summary>
    [JsonPropertyName("v")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Version { get; init; }

    /// <summary>The lead as it was read, as long as it is not known whether it was undone.</summary>
    [JsonPropertyName("b")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(SnapshotConverter))]
    public LeadVersion? Current { get; init; }

    /// <summary>The lead as it is to become, as long as it is not known whether it was undone.</summary>
    [JsonPropertyName("a")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(SnapshotConverter))]
    public LeadVersion? Restored { get; init; }

    public static RecordedUndo Of(UndoEntry entry) => new(entry.Row, entry.SellsyContactId, entry.Outcome)
    {
        KeptFields = entry.KeptFields.IsEmpty ? null : entry.KeptFields,
        ChangedByImport = entry.ChangedByImport,
        Current = entry.Current,
        Restored = entry.Restored,
    };

    /// <summary>The same, once it is known what became of the lead.</summary>
    public RecordedUndo Done() => this with { Current = null, Restored = null };

    /// <summary>Whether the lead, as the sink shows it now, was undone.</summary>
    public bool IsDone(LeadVersion? now) => (Outcome, now) switch
    {
        (UndoOutcome.Removed, null) => true,
        (UndoOutcome.Restored, not null) => now.Version != Current!.Version && LeadRestoration.IsApplied(Current, Restored!, now),
        _ => false,
    };

    /// <summary>The same, with the version that the lead got.</summary>
    public RecordedUndo WithVersion(long? version) => Outcome == UndoOutcome.Restored && KeptFields is null ? this with { Version = version } : this;

    public UndoEntry ToEntry() => new(Row, Id, Outcome) { KeptFields = KeptFields ?? [], ChangedByImport = ChangedByImport };
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Cadence.SellsyImport.Leads;

namespace Cadence.SellsyImport.Storage;

/// <summary>A lead in the content of a batch. Immutable. Its names in JSON are short, because a batch may have thousands.</summary>
/// <param name="Row">The row of the lead.</param>
/// <param name="Id">The id of the contact.</param>
internal sealed record RecordedLead(
    [property: JsonPropertyName("r")] long Row,
    [property: JsonPropertyName("i")] string Id)
{
    /// <summary>What becomes of the row as long as the lead is not refused; null for the default of <see cref="LeadEntry.Outcome"/>.</summary>
    [JsonPropertyName("o")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RowOutcome? Outcome { get; init; }

    /// <summary>The rows that complete the lead; null for none.</summary>
    [JsonPropertyName("c")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<MergedRow>? CompletedBy { get; init; }

    /// <summary>The existing lead before its change; null for a lead that is created.</summary>
    [JsonPropertyName("b")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(SnapshotConverter))]
    public LeadVersion? Before { get; init; }

    /// <summary>The existing lead as its change is to leave it.</summary>
    [JsonPropertyName("a")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(SnapshotConverter))]
    public LeadVersion? After { get; init; }

    /// <summary>The hash of a created lead; null where nobody can remove it.</summary>
    [JsonPropertyName("d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Digest { get; init; }

    /// <summary>The version that the sink gave it.</summary>
    [JsonPropertyName("v")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Version { get; init; }

    /// <summary>Why the lead was not written; null where it was, or while that is not known.</summary>
    [JsonPropertyName("x")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LeadEntryOutcome? Refusal { get; init; }

    /// <summary>The reason that the sink gave for a refusal.</summary>
    [JsonPropertyName("q")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImportIssue? Reason { get; init; }

    /// <summary>Whether the ledger was asked to forget the person.</summary>
    public bool IsForgotten => Id.Length == 0;

    /// <summary>Whether it is an ordinary new lead, of which nothing more than row, contact, version and digest are to be kept.</summary>
    public bool FitsColumns => (Outcome, CompletedBy, Before, Refusal) is (null, null, null, null);

    /// <summary>The row of the lead and those that complete it, each with its planned outcome.</summary>
    public IEnumerable<MergedRow> Rows => (CompletedBy ?? []).Prepend(new(Row, PlannedOutcome));

    private RowOutcome PlannedOutcome => Outcome ?? (Before is null ? RowOutcome.Added : RowOutcome.Updated);

    public static RecordedLead Of(LeadEntry entry, bool canBeRemoved) => new(entry.Row, entry.Lead.SellsyContactId)
    {
        Outcome = entry.Outcome == (entry.Before is null ? RowOutcome.Added : RowOutcome.Updated) ? null : entry.Outcome,
        CompletedBy = entry.CompletedBy.IsEmpty ? null : entry.CompletedBy,
        Before = entry.Before,
        After = entry.Before is null ? null : new(entry.Lead, entry.Owner, Version: 0),
        Digest = canBeRemoved && entry.Before is null ? LeadDigest.Of(entry.Lead, entry.Owner) : null,
    };

    public RecordedLead With(LeadAnswer answer) => answer.Outcome is LeadEntryOutcome.Added or LeadEntryOutcome.Updated
        ? answer.Version is { } version ? this with { Version = version } : this
        : this with { Outcome = PlannedOutcome, Refusal = answer.Outcome, Reason = answer.Reason, Before = null, After = null, Digest = null };

    /// <summary>The same without anything of the person but the rows and what became of them.</summary>
    public RecordedLead Forgotten() => new(Row, "")
    {
        Outcome = PlannedOutcome,
        CompletedBy = CompletedBy,
        Refusal = Refusal,
        Reason = Reason is null ? null : Reason with { Arguments = [] },
    };

    public LeadAnswer ToAnswer() => Refusal is { } refusal
        ? new(refusal, Reason)
        : new(Before is null ? LeadEntryOutcome.Added : LeadEntryOutcome.Updated) { Version = Version };

    /// <summary>Whether the change was made of a lead that the sink shows so now.</summary>
    public bool IsChanged(LeadVersion now) => now.Version != Before!.Version && LeadRestoration.IsApplied(Before, After!, now);

    /// <summary>What is to be decided of the lead.</summary>
    /// <param name="current">The lead as it stands now; null if it is no longer there.</param>
    /// <param name="known">The version that it has if only imports and undos changed it since; null if that is not known.</param>
    public UndoableLead ToUndoable(LeadVersion? current, long? known) => new(Row, Id)
    {
        Before = Before,
        After = After is null ? null : After with { Version = known ?? 0 },
        Current = current,
        IsEdited = current is not null && (Before is null ? !IsAsWritten(current, known) || !current.RunningCadences.IsEmpty : known != current.Version),
    };

    /// <summary>Whether a created lead stands as it was written: by its version, or by its values where the sink gives no version.</summary>
    private bool IsAsWritten(LeadVersion current, long? known) =>
        known is { } version ? version == current.Version : Digest == LeadDigest.Of(current.Lead, current.Owner);
}

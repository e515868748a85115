using System.Collections.Immutable;

namespace Cadence.SellsyImport.Quartz;

/// <summary>What the registry keeps of an import: what a node needs to run it, and what became of its job.</summary>
internal sealed record JobRow(ImportJobKey Key, ImportWork Work, ImportJobState State, string FileName)
{
    /// <summary>The file in the store of exports; null for an import that was not enqueued.</summary>
    public string? FileId { get; init; }

    public ReadOnlyMemory<byte> FileHash { get; init; }

    /// <summary>The mapping, the decisions on owners, matches and reading, as the JSON of an <see cref="ImportProfile"/>.</summary>
    public string? Profile { get; init; }

    public ExistingLeadPolicy? ExistingLeads { get; init; }

    /// <summary>The Sellsy account of the file; null for that of the options of the import.</summary>
    public string? SellsyAccount { get; init; }

    public string? StartedBy { get; init; }

    public int Attempts { get; init; }

    /// <summary>How many batches were stored when the last try began.</summary>
    public int Batches { get; init; }

    public string? Reason { get; init; }

    public ImmutableArray<string> ReasonArguments { get; init; } = [];

    public DateTimeOffset EnqueuedAt { get; init; }

    /// <summary>Its place among the imports that wait for a free thread: when it was enqueued, or its last slice ended.</summary>
    public DateTimeOffset Place { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

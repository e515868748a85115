using System.Collections.Immutable;

namespace Cadence.SellsyImport.Quartz;

/// <summary>A job and what is known of it. Immutable.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Customer">The customer; empty for the host's own importer.</param>
/// <param name="FileName">The name of the file.</param>
/// <param name="Work">What it does.</param>
/// <param name="State">How far it has come.</param>
/// <param name="EnqueuedAt">When the import was enqueued.</param>
public sealed record ImportJobInfo(string ImportId, string Customer, string FileName, ImportWork Work, ImportJobState State, DateTimeOffset EnqueuedAt)
{
    /// <summary>The user that started the import; null if the host gave none.</summary>
    public string? StartedBy { get; init; }

    /// <summary>When the job was done or has failed; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How often it was tried since it stored a batch.</summary>
    public int Attempts { get; init; }

    /// <summary>The node that runs it now; null while it waits or when it has ended.</summary>
    public string? Node { get; init; }

    /// <summary>How much of the file the node has read, in percent; null while it does not run.</summary>
    public int? Percent { get; init; }

    /// <summary>How many rows of the file the node reads in a second; null while it does not run.</summary>
    public int? RowsPerSecond { get; init; }

    /// <summary>Why the last try did not succeed: one of <see cref="ErrorCodes"/>, or the type of another exception; null if it did or has not ended.</summary>
    public string? Reason { get; init; }

    /// <summary>The arguments of the reason, for <see cref="ImportTexts"/>.</summary>
    public ImmutableArray<string> ReasonArguments { get; init; } = [];

    /// <summary>Whether both are the same in all they hold.</summary>
    /// <param name="other">The other one.</param>
    /// <returns><see langword="true"/> when they are.</returns>
    public bool Equals(ImportJobInfo? other) => other is not null
        && (ImportId, Customer, FileName, Work, State, EnqueuedAt) == (other.ImportId, other.Customer, other.FileName, other.Work, other.State, other.EnqueuedAt)
        && (StartedBy, EndedAt, Attempts, Node, Percent, RowsPerSecond, Reason) == (other.StartedBy, other.EndedAt, other.Attempts, other.Node, other.Percent, other.RowsPerSecond, other.Reason)
        && ReasonArguments.AsSpan().SequenceEqual(other.ReasonArguments.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ImportId, Customer, Work, State, Attempts, EndedAt);
}

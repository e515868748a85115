using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// Encodes the new leads of a batch in pieces, each on another thread while the previous piece is written. So the thread that waits
/// for SQLite does nothing else. Used for one batch at a time.
/// </summary>
internal sealed class LeadEncoder
{
    private const int EntriesPerPiece = 256;

    private EncodedLeads _current = new();
    private EncodedLeads _next = new();

    /// <summary>The pieces, in order; each is valid until the next one is requested.</summary>
    public IEnumerable<EncodedLeads> Encode(ImmutableArray<LeadEntry> entries)
    {
        var encoding = Task.CompletedTask;
        try
        {
            Encode(entries, 0, _next);
            for (var first = 0; first < entries.Length; first += EntriesPerPiece)
            {
                encoding.GetAwaiter().GetResult();
                (_current, _next) = (_next, _current);
                var (next, following) = (_next, first + EntriesPerPiece);
                encoding = following < entries.Length ? Task.Run(() => Encode(entries, following, next)) : Task.CompletedTask;
                yield return _current;
            }
        }
        finally
        {
            Task.WaitAny(encoding);
        }
    }

    private static void Encode(ImmutableArray<LeadEntry> entries, int first, EncodedLeads into)
    {
        into.Clear();
        foreach (var entry in entries.AsSpan(first, Math.Min(EntriesPerPiece, entries.Length - first)))
        {
            if (entry.Before is null)
            {
                into.Add(entry.Lead, entry.Owner.Id);
            }
            else
            {
                into.AddNothing();
            }
        }
    }
}

using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Storage;

/// <summary>Leads that are stored together or not at all. Immutable.</summary>
/// <param name="Import">The import that the batch belongs to.</param>
/// <param name="Number">The one-based number of the batch in its import; with the import's id it identifies the batch.</param>
/// <param name="Entries">The leads, each contact once; in the order of the file, but for those that later rows complete.</param>
public sealed record LeadBatch(ImportInfo Import, int Number, ImmutableArray<LeadEntry> Entries)
{
    private readonly ValueList<LeadEntry> _entries = Entries;

    /// <summary>The leads, each contact once; in the order of the file, but for those that later rows complete.</summary>
    public ImmutableArray<LeadEntry> Entries
    {
        get => _entries;
        init => _entries = value;
    }

    /// <summary>Describes the batch, without any value of its leads.</summary>
    /// <returns>The import's id and the number.</returns>
    public override string ToString() => $"import {Import.ImportId}, batch {Number}, {Entries.Length} leads";

    internal ImmutableArray<RefusedRow> RefusedBy(ImmutableArray<LeadAnswer> answers)
    {
        var refused = ImmutableArray.CreateBuilder<RefusedRow>();
        for (var i = 0; i < answers.Length; i++)
        {
            if (answers[i].Outcome is LeadEntryOutcome.Added or LeadEntryOutcome.Updated)
            {
                continue;
            }

            refused.AddRange(Entries[i].RefusedRows(answers[i].Outcome, answers[i].Reason));
        }

        return refused.DrainToImmutable();
    }
}

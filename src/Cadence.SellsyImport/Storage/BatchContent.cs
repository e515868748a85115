using System.Collections.Immutable;
using System.Text.Json;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Storage;

/// <summary>What a separate ledger keeps of a batch in bytes that mean nothing to it. Immutable.</summary>
/// <param name="FirstRow">The first row.</param>
/// <param name="RowOutcomes">The planned outcome of each row, one byte each.</param>
/// <param name="Next">Where the rows after the batch start.</param>
/// <param name="Leads">The leads, also those that were refused.</param>
internal sealed record BatchContent(long FirstRow, ReadOnlyMemory<byte> RowOutcomes, RowPosition Next, ImmutableArray<RecordedLead> Leads)
{
    /// <summary>The Sellsy account of the contacts.</summary>
    public string SellsyAccount { get; init; } = "";

    /// <summary>What was done to undo the batch.</summary>
    public ImmutableArray<RecordedUndo> Undone { get; init; }

    /// <summary>What was begun to undo the batch, without knowing what became of it.</summary>
    public ImmutableArray<RecordedUndo> BeingUndone { get; init; }

    public long LastRow => FirstRow + RowOutcomes.Length - 1;

    /// <summary>The leads that were written; for a batch in doubt, those that may have been.</summary>
    public IEnumerable<RecordedLead> Written => Leads.Where(lead => lead.Refusal is null);

    /// <summary>The ids of the contacts that are to be created.</summary>
    public HashSet<string> CreatedIds => Written.Where(lead => lead.Before is null).Select(lead => lead.Id).ToHashSet(StringComparer.Ordinal);

    public ImmutableArray<RecordedUndo> AllUndone => Undone.IsDefault ? [] : Undone;

    /// <summary>The leads that were written and are not undone.</summary>
    public IEnumerable<RecordedLead> LeftToUndo
    {
        get
        {
            var undone = AllUndone.Select(lead => lead.Row).ToHashSet();
            return Written.Where(lead => !undone.Contains(lead.Row));
        }
    }

    /// <summary>By how much the counts of the import grow.</summary>
    public ImportCounts Counts => LedgerBatch.CountsOfRows(
        RowOutcomes.Span,
        Leads.Where(lead => lead.Refusal is not null).SelectMany(lead => lead.Rows).Select(row => row.Outcome));

    public static BatchContent Of(LedgerBatch batch, bool canBeRemoved) => new(
        batch.FirstRow,
        batch.RowOutcomes,
        batch.Next,
        [
            .. batch.Leads.Entries.Select(entry => RecordedLead.Of(entry, canBeRemoved)),
            .. batch.RefusedLeads.Select(entry => RecordedLead.Of(entry, canBeRemoved).With(LeadEntryOutcome.OwnerChanged)),
        ])
    {
        SellsyAccount = batch.Leads.Import.SellsyAccount,
    };

    /// <summary>The content of a record.</summary>
    /// <exception cref="SellsyImportException">The ledger gives other bytes than it was given.</exception>
    public static BatchContent Of(BatchRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize(record.Content.Span, RecordJson.Default.BatchDocument)?.ToContent() ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new SellsyImportException(
                ErrorCodes.SeamContractBroken, nameof(ISeparateLedger), $"other bytes for {record}", "the content of the batch as it was stored");
        }
    }

    /// <summary>The rows of a lead and of those that complete it.</summary>
    public IEnumerable<long> RowsOf(string id) => Leads.Where(lead => lead.Id == id).SelectMany(lead => lead.Rows).Select(row => row.Row);

    public bool Knows(string id) => Leads.Any(lead => lead.Id == id)
        || AllUndone.Any(lead => lead.Id == id)
        || (!BeingUndone.IsDefault && BeingUndone.Any(lead => lead.Id == id));

    /// <summary>The same without anything of a person but the rows and what became of them. What was begun to undo the lead is decided again.</summary>
    public BatchContent Without(string id) => this with
    {
        Leads = [.. Leads.Select(lead => lead.Id == id ? lead.Forgotten() : lead)],
        Undone = Undone.IsDefault ? default : [.. Undone.Select(lead => lead.Id == id ? lead with { Id = "" } : lead)],
        BeingUndone = BeingUndone.IsDefault ? default : BeingUndone.RemoveAll(lead => lead.Id == id),
    };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(BatchDocument.Of(this), RecordJson.Default.BatchDocument);

    public BatchRecord ToRecord(string importId, int number, BatchStage stage)
    {
        var record = new BatchRecord(importId, number, stage, ToBytes());
        return stage == BatchStage.Written ? record with { Counts = Counts, Next = Next } : record;
    }

    public StoredBatch ToStored(int number) => new(number, FirstRow, RowOutcomes, Refused());

    /// <summary>The answers that a batch got, for the same batch that is given again.</summary>
    public ImmutableArray<LeadAnswer> AnswersTo(LeadBatch again)
    {
        var leads = Leads.ToDictionary(lead => lead.Row);
        var answers = ImmutableArray.CreateBuilder<LeadAnswer>(again.Entries.Length);
        foreach (var entry in again.Entries)
        {
            SeamGuard.Check(nameof(ISeparateLedger), leads.TryGetValue(entry.Row, out var lead), "the batch that has this number");
            answers.Add(lead!.ToAnswer());
        }

        return answers.MoveToImmutable();
    }

    /// <summary>With the answers to the leads that were given to the sink, which come first.</summary>
    public BatchContent With(ImmutableArray<LeadAnswer> answers) =>
        this with { Leads = [.. Leads.Select((lead, index) => index < answers.Length ? lead.With(answers[index]) : lead)] };

    /// <summary>The same rows as a batch in doubt, of which some leads are known to be written: those keep the values that they had before.</summary>
    public BatchContent ContinuedFrom(BatchContent inDoubt, IEnumerable<long> writtenRows)
    {
        var written = inDoubt.Leads.IntersectBy(writtenRows, lead => lead.Row).ToDictionary(lead => lead.Row);
        var leads = ImmutableArray.CreateRange(Leads, lead => written.Remove(lead.Row, out var kept) ? kept : lead);
        SeamGuard.Check(nameof(IFieldMapper), written.Count == 0, "the leads of the batch that was begun");
        return this with { Leads = leads };
    }

    /// <summary>A batch in doubt that is not continued: what is known to be written is, and the rest is refused.</summary>
    public BatchContent Settled(Dictionary<long, LeadAnswer> written, LeadAnswer otherwise) => this with
    {
        Leads = [.. Leads.Select(lead => lead.Refusal is not null ? lead : lead.With(written.GetValueOrDefault(lead.Row, otherwise)))],
    };

    public BatchContent WithUndone(IEnumerable<RecordedUndo> undone) => this with { Undone = [.. AllUndone, .. undone.Select(lead => lead.Done())] };

    private ImmutableArray<RefusedRow> Refused() =>
    [
        .. from lead in Leads
           where lead.Refusal is not null
           from row in lead.Rows
           select new RefusedRow(row.Row, lead.Refusal!.Value, lead.Reason),
    ];
}

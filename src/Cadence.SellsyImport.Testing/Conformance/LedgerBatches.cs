using System.Collections.Immutable;
using System.Globalization;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>Imports of invented people for a ledger.</summary>
internal static class LedgerBatches
{
    private const int BytesPerRow = 100;

    public static ImportInfo Import(int number) =>
        new($"import-{number}", "contacts.csv", Hash('f', number), Hash('a', 1), Batches.Noon.AddHours(number));

    /// <summary>Asks for a lease of five minutes.</summary>
    /// <param name="holder">The holder; it is part of the token.</param>
    public static LeaseRequest Lease(string holder = "a") => new($"token-{holder}", $"machine {holder}, process 1", TimeSpan.FromMinutes(5));

    /// <summary>The lease that was taken or renewed so many minutes after noon.</summary>
    public static ImportLease Held(string holder = "a", int minute = 0) => Lease(holder).TakenAt(Batches.Noon.AddMinutes(minute));

    /// <summary>A start; imports of different numbers have different plans unless one is given.</summary>
    public static ImportStart Start(int number = 1, LeaseRequest? lease = null, int? plan = null) =>
        new(Import(number), Hash('b', plan ?? number), new byte[] { 1, 2, 3, (byte)number }, lease ?? Lease());

    /// <summary>A batch whose rows are its entries, one row an entry.</summary>
    public static LedgerBatch Batch(int number, long firstRow, params ImmutableArray<LeadEntry> entries) =>
        Rows(number, firstRow, [.. entries.Select(entry => entry.Before is null ? RowOutcome.Added : RowOutcome.Updated)], entries);

    /// <summary>A batch of these rows.</summary>
    public static LedgerBatch Rows(int number, long firstRow, ImmutableArray<RowOutcome> rows, params ImmutableArray<LeadEntry> entries) => new(
        new(Import(1), number, entries),
        Lease(),
        firstRow,
        rows.Select(outcome => (byte)outcome).ToArray(),
        Next(firstRow + rows.Length));

    /// <summary>New leads of these ids, as the first batch of an import.</summary>
    public static LedgerBatch New(params ImmutableArray<string> ids) => Batch(1, 1, [.. ids.Select((id, index) => Entry(index + 1, Batches.Lead(id)))]);

    /// <summary>New leads whose ids are consecutive numbers, in a few companies, in rows of the same numbers.</summary>
    public static LedgerBatch Numbered(int number, int first, int count) =>
        Batch(number, first, [.. Batches.Numbered(number, first, count).Entries.Select((entry, index) => entry with { Row = first + index })]);

    public static LedgerBatch Of(this LedgerBatch batch, int import, LeaseRequest? lease = null) =>
        batch with { Leads = batch.Leads with { Import = Import(import) }, Lease = lease ?? batch.Lease };

    public static LeadEntry Entry(long row, Lead lead, LeadVersion? before = null) => new(row, lead, before?.Owner ?? Batches.Owner) { Before = before };

    /// <summary>The position of a row in an invented file.</summary>
    public static RowPosition Next(long row) => new(row, row + 1, row * BytesPerRow);

    public static string Hash(char kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"sha256:{kind}{number:D63}");
}

using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Reads a row of <c>imports</c>.</summary>
internal static class ImportRow
{
    public const string Columns =
        """
        id, import_id, file_name, file_hash, mapping_hash, started_at, started_by, file_location, existing_leads, plan_hash, state,
        rows_read, added, updated, unchanged, skipped, errors, batches, next_row, next_line, next_byte, lease_token, lease_holder,
        lease_taken_at, lease_expires_at, ended_at, companies_removed, companies_kept, customer, cancel_requested_at, cancel_requested_by, sellsy_account
        """;

    public static StoredImport Read(SqliteStatement row) => new(
        row.Number(0),
        new(Info(row), row.Text(9) ?? "", EnumNames.Parse<ImportState>(row.Text(10)!), Counts(row))
        {
            Batches = (int)row.Number(17),
            Next = row.IsNull(18) ? null : new RowPosition(row.Number(18), row.Number(19), row.Number(20)),
            Lease = row.IsNull(24)
                ? null
                : new(row.Text(21)!, row.Text(22)!, StoredTime.Parse(row.Text(23)!), StoredTime.Parse(row.Text(24)!)),
            CancelRequest = row.Text(29) is { } requested ? new(StoredTime.Parse(requested), row.Text(30)) : null,
            EndedAt = row.Text(25) is { } time ? StoredTime.Parse(time) : null,
        },
        row.Text(21),
        row.IsNull(26) ? null : new(row.Number(26), row.Number(27)));

    private static ImportInfo Info(SqliteStatement row) =>
        new(row.Text(1)!, row.Text(2)!, row.Text(3)!, row.Text(4)!, StoredTime.Parse(row.Text(5)!))
        {
            StartedBy = row.Text(6),
            Customer = row.Text(28),
            SellsyAccount = row.Text(31)!,
            FileLocation = row.Text(7),
            ExistingLeads = EnumNames.Parse<ExistingLeadPolicy>(row.Text(8)!),
        };

    private static ImportCounts Counts(SqliteStatement row) =>
        new(row.Number(11), row.Number(12), row.Number(13), row.Number(14), row.Number(15), row.Number(16));
}

using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql;

internal sealed partial class PostgreSqlLeadSink
{
    public async ValueTask<LedgerImport?> StartUndoAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return await new WriteTransaction<LedgerImport?>(
            database,
            connection => new UndoWriter(connection, _statements).StartAsync(importId, lease, takeOverFrom, _time.GetUtcNow(), cancellationToken),
            async connection => HeldBy(
                lease,
                await ImportCommands.FindAsync(connection, _statements.Ledger, importId, CancellationToken.None).ConfigureAwait(false))!)
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<UndoableBatch?> ReadUndoableAsync(string importId, CancellationToken cancellationToken = default) =>
        await database.RunAsync(
            connection => new UndoReader(connection, _statements).NewestAsync(importId, cancellationToken),
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<bool> UndoAsync(UndoBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await new WriteTransaction<bool>(
            database,
            connection => new UndoWriter(connection, _statements).UndoAsync(batch, _time, cancellationToken),
            async connection =>
            {
                var isUndone = await new UndoReader(connection, _statements)
                    .IsUndoneAsync(batch.ImportId, batch.Number, CancellationToken.None).ConfigureAwait(false);
                return new(isUndone, isUndone);
            }).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<UndoneCompanies> EndUndoAsync(
        string importId,
        string leaseToken,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default) =>
        await new WriteTransaction<UndoneCompanies>(
            database,
            connection => new UndoWriter(connection, _statements).EndAsync(importId, leaseToken, endedAt, cancellationToken),
            async connection =>
            {
                var companies = await new UndoReader(connection, _statements).CompaniesAsync(importId, CancellationToken.None).ConfigureAwait(false);
                return new(companies is not null, companies);
            }).RunAsync(cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<UndoEntry> ReadUndoneAsync(
        string importId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var undone = await database.RunAsync(
            connection => new UndoReader(connection, _statements).UndoneAsync(importId, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        foreach (var entry in undone)
        {
            yield return entry;
        }
    }
}

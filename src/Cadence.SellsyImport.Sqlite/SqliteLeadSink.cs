using System.Collections.Immutable;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>The store of leads in a SQLite database. SQLite knows no asynchronous calls, so the work is done on the thread pool.</summary>
internal sealed class SqliteLeadSink(SqliteDatabase database) : ILeadSink
{
    public async ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        await database.ReadAsync(session => session.Leads.Find(sellsyContactIds), cancellationToken).ConfigureAwait(false);

    public async ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await database.WriteAsync(session => BatchWriter.Write(session, batch, cancellationToken), cancellationToken).ConfigureAwait(false);
    }
}

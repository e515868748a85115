using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The store of leads in a PostgreSQL database, with its ledger.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock of the leases, which is read within a transaction that holds the <see cref="SchemaWriteLock"/>; the system's by default.</param>
internal sealed partial class PostgreSqlLeadSink(PostgreSqlDatabase database, TimeProvider? time = null) : ILeadSink, IUndoLedger, IStoreCheck
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Statements _statements = database.Statements;

    public bool RemembersBatches => true;

    public bool KeepsSellsyAccounts => true;

    public async ValueTask CheckAsync(CancellationToken cancellationToken = default) =>
        await database.RunAsync(
            connection => DatabaseCheck.RunAsync(connection, _statements, database.Name, database.Log, cancellationToken),
            cancellationToken).ConfigureAwait(false);

    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        FindExistingAsync("", sellsyContactIds, cancellationToken);

    public async ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        string sellsyAccount,
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        await database.RunAsync(
            connection => LeadCommands.FindAsync(connection, _statements.Leads, sellsyAccount, sellsyContactIds, cancellationToken),
            cancellationToken).ConfigureAwait(false);

    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return WriteAsync(batch, ledger: null, cancellationToken);
    }

    public ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        ReadLeadsAsync("", sellsyContactIds, cancellationToken);

    public async ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        string sellsyAccount,
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default)
    {
        var leads = await database.RunAsync(
            connection => LeadReader.AllAsync(connection, _statements.Leads, sellsyAccount, sellsyContactIds, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return [.. leads.Select(lead => lead.Lead)];
    }

    public async ValueTask<LedgerImport> StartAsync(ImportStart start, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        return await new WriteTransaction<LedgerImport>(
            database,
            connection => ImportCommands.StartAsync(connection, _statements.Ledger, start, _time.GetUtcNow(), cancellationToken),
            async connection => HeldBy(
                start.Lease,
                await ImportCommands.FindAsync(connection, _statements.Ledger, start, CancellationToken.None).ConfigureAwait(false)))
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return WriteAsync(batch.Leads, batch, cancellationToken);
    }

    public async ValueTask EndAsync(
        string importId,
        string leaseToken,
        ImportState state,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken = default)
    {
        var end = new ImportEnd(_statements.Ledger, importId, leaseToken, state, endedAt);
        await new WriteTransaction<bool>(
            database,
            connection => end.WriteAsync(connection, cancellationToken),
            async connection => new(await end.IsWrittenAsync(connection).ConfigureAwait(false), true))
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<LedgerImport?> RequestCancelAsync(string importId, CancelRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await new WriteTransaction<LedgerImport?>(
            database,
            connection => ImportCommands.RequestCancelAsync(connection, _statements.Ledger, importId, request, cancellationToken),
            async connection =>
            {
                var found = await ImportCommands.FindAsync(connection, _statements.Ledger, importId, CancellationToken.None).ConfigureAwait(false);
                return new(found?.Import.CancelRequest is not null, found?.Import);
            }).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<LedgerImport> ReadImportsAsync(
        ImportFilter? filter = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var imports = await database.RunAsync(
            connection => ImportCommands.AllAsync(connection, _statements.Ledger, filter, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        foreach (var import in imports)
        {
            yield return import.Import;
        }
    }

    public async ValueTask<LedgerImport?> FindImportAsync(string importId, CancellationToken cancellationToken = default) =>
        (await database.RunAsync(
            connection => ImportCommands.FindAsync(connection, _statements.Ledger, importId, cancellationToken),
            cancellationToken).ConfigureAwait(false))?.Import;

    public async ValueTask<ReadOnlyMemory<byte>> ReadPlanAsync(string importId, CancellationToken cancellationToken = default) =>
        await database.RunAsync(
            connection => ImportCommands.PlanAsync(connection, _statements.Ledger, importId, cancellationToken),
            cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<StoredBatch> ReadBatchesAsync(
        string importId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var batches = await database.RunAsync(
            connection => BatchCommands.AllAsync(connection, _statements.Ledger, importId, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        foreach (var batch in batches)
        {
            yield return batch;
        }
    }

    public async ValueTask<bool> ReplacePlanAsync(
        string importId,
        ReadOnlyMemory<byte> plan,
        ReadOnlyMemory<byte> replacement,
        CancellationToken cancellationToken = default) =>
        await new WriteTransaction<bool>(
            database,
            connection => ForgetCommands.ReplacePlanAsync(connection, _statements.Forget, importId, plan, replacement, cancellationToken),
            async connection =>
            {
                var there = await ImportCommands.PlanAsync(connection, _statements.Ledger, importId, CancellationToken.None).ConfigureAwait(false);
                return new(there.AsSpan().SequenceEqual(replacement.Span), true);
            }).RunAsync(cancellationToken).ConfigureAwait(false);

    // What a lost commit did is not looked up: the caller repeats the call, which then finds less to do.
    public async ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        await new WriteTransaction<int>(
            database,
            connection => ForgetCommands.PurgeAsync(connection, _statements.Forget, before, cancellationToken),
            _ => Task.FromResult(default(Found<int>))).RunAsync(cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<ImportedRow> ReadRowsOfAsync(
        string sellsyAccount,
        string sellsyContactId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var rows = await database.RunAsync(
            connection => ForgetCommands.RowsOfAsync(connection, _statements.Forget, sellsyAccount, sellsyContactId, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
        {
            yield return row;
        }
    }

    public async ValueTask<long> ForgetAsync(string sellsyAccount, string sellsyContactId, CancellationToken cancellationToken = default) =>
        await new WriteTransaction<long>(
            database,
            connection => ForgetCommands.ForgetAsync(connection, _statements.Forget, sellsyAccount, sellsyContactId, cancellationToken),
            _ => Task.FromResult(default(Found<long>))).RunAsync(cancellationToken).ConfigureAwait(false);

    private async ValueTask<ImmutableArray<LeadEntryOutcome>> WriteAsync(
        LeadBatch batch,
        LedgerBatch? ledger,
        CancellationToken cancellationToken)
    {
        var outcomes = await new WriteTransaction<byte[]>(
            database,
            connection => new BatchWriter(connection, _statements, batch, ledger, _time).WriteAsync(cancellationToken),
            connection => FindBatchAsync(connection, batch))
            .RunAsync(cancellationToken).ConfigureAwait(false);
        return outcomes.Length == batch.Entries.Length
            ? [.. outcomes.Select(outcome => (LeadEntryOutcome)outcome)]
            : throw new SellsyImportException(
                ErrorCodes.SeamContractBroken,
                ledger is null ? nameof(ILeadSink) : nameof(IImportLedger),
                batch.ToString(),
                $"import {batch.Import.ImportId}, batch {batch.Number}, {outcomes.Length} leads");
    }

    private async Task<Found<byte[]>> FindBatchAsync(NpgsqlConnection connection, LeadBatch batch)
    {
        var import = await ImportCommands.FindAsync(connection, _statements.Ledger, batch.Import.ImportId, CancellationToken.None)
            .ConfigureAwait(false);
        var outcomes = import is null
            ? null
            : await BatchCommands.OutcomesAsync(connection, _statements.Ledger, import.Number, batch.Number, CancellationToken.None)
                .ConfigureAwait(false);
        return new(outcomes is not null, outcomes);
    }

    private static Found<LedgerImport> HeldBy(LeaseRequest lease, ImportRow? import) =>
        new(import?.Import.Lease?.Token == lease.Token, import?.Import);
}

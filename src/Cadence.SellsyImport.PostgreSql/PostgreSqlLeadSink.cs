using System.Collections.Immutable;
using System.Globalization;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The store of leads in a PostgreSQL database.</summary>
internal sealed class PostgreSqlLeadSink(PostgreSqlDatabase database) : ILeadSink
{
    public async ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        await database.RunAsync(
            connection => LeadCommands.FindAsync(connection, database.Statements, sellsyContactIds, cancellationToken),
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ThrowIfSeveralCompanies(batch);
        BatchWriter? writer = null;
        byte[]? outcomes;
        try
        {
            outcomes = await database.RunAsync(
                connection => (writer = new(connection, database.Statements, batch)).WriteAsync(cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (writer is { IsCommitAsked: true })
        {
            outcomes = await FindStoredAsync(batch).ConfigureAwait(false);
            if (outcomes is null)
            {
                throw;
            }
        }

        return Outcomes(batch, outcomes);
    }

    /// <summary>A company is never dropped in silence.</summary>
    private static void ThrowIfSeveralCompanies(LeadBatch batch)
    {
        foreach (var entry in batch.Entries)
        {
            if (!entry.Lead.OtherCompanies.IsEmpty)
            {
                throw new SellsyImportException(ErrorCodes.StoreKeepsOneCompany, entry.Row.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>The answer to a COMMIT was lost: the ledger says whether it was done. It is never asked for twice.</summary>
    private async Task<byte[]?> FindStoredAsync(LeadBatch batch)
    {
        try
        {
            return await database.RunAsync(
                connection => LedgerCommands.FindBatchAsync(connection, database.Statements, batch, CancellationToken.None),
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SellsyImportException or NpgsqlException)
        {
            // Not even the ledger can be asked; what became of the COMMIT tells more. The batch may be handed over again.
            return null;
        }
    }

    private static ImmutableArray<LeadEntryOutcome> Outcomes(LeadBatch batch, byte[] outcomes) => outcomes.Length == batch.Entries.Length
        ? [.. outcomes.Select(outcome => (LeadEntryOutcome)outcome)]
        : throw new SellsyImportException(
            ErrorCodes.SeamContractBroken,
            nameof(ILeadSink),
            batch.ToString(),
            $"import {batch.Import.ImportId}, batch {batch.Number}, {outcomes.Length} leads");
}

using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The end of an import, or of an undo that stopped early and can be resumed.</summary>
internal sealed class ImportEnd(LedgerStatements statements, string importId, string leaseToken, ImportState state, DateTimeOffset endedAt)
{
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> WriteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var import = await ImportCommands.FindAsync(connection, statements, importId, cancellationToken).ConfigureAwait(false)
            ?? throw new SellsyImportException(ErrorCodes.ImportUnknown, importId);
        if (IsWritten(import))
        {
            return false;
        }

        import.RequireLease(leaseToken);
        var isUndoing = import.Import.State == ImportState.Undoing && state != ImportState.Undone;
        await ImportCommands.EndAsync(
            connection,
            statements,
            import.Number,
            isUndoing ? ImportState.Undoing : state,
            isUndoing ? null : endedAt,
            cancellationToken).ConfigureAwait(false);
        return true;
    }

    public async Task<bool> IsWrittenAsync(NpgsqlConnection connection) =>
        await ImportCommands.FindAsync(connection, statements, importId, CancellationToken.None).ConfigureAwait(false) is { } import
        && IsWritten(import);

    /// <summary>Whether the last holder of the lease has released it.</summary>
    private bool IsWritten(ImportRow import) => import.Import.Lease is null && import.LastToken == leaseToken;
}

using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>A binary COPY of rows.</summary>
internal static class CopyCommand
{
    private const int BytesAtOnce = 64 * 1024;

    public static async Task RunAsync<T>(
        NpgsqlConnection connection,
        string sql,
        CopyBuffer buffer,
        List<T> rows,
        Action<T> write,
        CancellationToken cancellationToken)
    {
        var stream = await connection.BeginRawBinaryCopyAsync(sql, cancellationToken).ConfigureAwait(false);
        try
        {
            buffer.Start();
            foreach (var row in rows)
            {
                write(row);
                if (buffer.Length >= BytesAtOnce)
                {
                    await stream.WriteAsync(buffer.Written, cancellationToken).ConfigureAwait(false);
                    buffer.Clear();
                }
            }

            buffer.End();
            await stream.WriteAsync(buffer.Written, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await AbandonAsync(stream).ConfigureAwait(false);
            throw;
        }

        await stream.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task AbandonAsync(NpgsqlRawCopyStream stream)
    {
        try
        {
            await stream.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is NpgsqlException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The connection is lost. A failure here must not hide the original exception, which says what broke the copy.
        }
    }
}

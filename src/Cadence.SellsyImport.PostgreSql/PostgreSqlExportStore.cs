using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Uploaded files in a schema of a PostgreSQL database, in pieces.</summary>
internal sealed class PostgreSqlExportStore(PostgreSqlDatabase database) : IExportStore
{
    private const int PieceBytes = 1 << 20;

    private readonly FileStatements _statements = database.Statements.Files;

    public async ValueTask CreateAsync(StoredFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        await database.RunAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(_statements.Add, connection)
                {
                    Parameters = { Values.Text(file.Id), Values.Text(file.Name), Values.Number(file.Size), Values.Text(file.User), Values.Time(file.CreatedAt) },
                };
                return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<StoredFile?> FindAsync(string fileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fileId);
        return StorableText.Is(fileId)
            ? await database.RunAsync(connection => FindAsync(connection, fileId, cancellationToken), cancellationToken).ConfigureAwait(false)
            : null;
    }

    public async ValueTask<long> AppendAsync(string fileId, long offset, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken = default)
    {
        var starts = Enumerable.Range(0, (piece.Length + PieceBytes - 1) / PieceBytes).Select(index => index * PieceBytes).ToArray();
        return await database.RunAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(_statements.Append, connection)
                {
                    Parameters =
                    {
                        Values.Text(fileId),
                        Values.Number(offset),
                        Values.Numbers(starts.Select(start => offset + start)),
                        new NpgsqlParameter<byte[][]>
                        {
                            TypedValue = Array.ConvertAll(starts, start => piece.Slice(start, Math.Min(PieceBytes, piece.Length - start)).ToArray()),
                        },
                        Values.Number((long)piece.Length),
                    },
                };
                return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is long received
                    ? received
                    : (await FindAsync(connection, fileId, cancellationToken).ConfigureAwait(false) ?? throw Missing(fileId)).Received;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<Stream> OpenAsync(string fileId, CancellationToken cancellationToken = default) =>
        await FindAsync(fileId, cancellationToken).ConfigureAwait(false) is { } file
            ? new PieceStream((offset, stop) => PieceAsync(fileId, offset, stop), file.Received)
            : throw Missing(fileId);

    public async ValueTask DeleteAsync(string fileId, CancellationToken cancellationToken = default) => await database.RunAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand(_statements.Delete, connection) { Parameters = { Values.Text(fileId) } };
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        },
        cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<StoredFile> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var files = await database.RunAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(_statements.All, connection);
                return await FilesAsync(command, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var file in files)
        {
            yield return file;
        }
    }

    private static FileNotFoundException Missing(string fileId) => new($"The store has no file with the id {fileId}.");

    private static async Task<List<StoredFile>> FilesAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var files = new List<StoredFile>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            files.Add(new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4), reader.GetInt64(5)));
        }

        return files;
    }

    private async Task<StoredFile?> FindAsync(NpgsqlConnection connection, string fileId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(_statements.Find, connection) { Parameters = { Values.Text(fileId) } };
        return (await FilesAsync(command, cancellationToken).ConfigureAwait(false)).FirstOrDefault();
    }

    private async ValueTask<(long Start, byte[] Bytes)> PieceAsync(string fileId, long offset, CancellationToken cancellationToken) => await database.RunAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand(_statements.Piece, connection) { Parameters = { Values.Text(fileId), Values.Number(offset) } };
            await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1))
                : throw new IOException($"The file with the id {fileId} was deleted while it was read.");
        },
        cancellationToken).ConfigureAwait(false);
}

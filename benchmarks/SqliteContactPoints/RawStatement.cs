using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SqliteContactPoints;

/// <summary>A prepared statement to which UTF-8 is bound without a parameter object.</summary>
internal sealed class RawStatement : IDisposable
{
    private readonly sqlite3_stmt _statement;
    private byte[] _buffer = new byte[1024];

    public RawStatement(SqliteConnection connection, string sql)
    {
        if (raw.sqlite3_prepare_v3(connection.Handle!, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement) != raw.SQLITE_OK)
        {
            throw new InvalidOperationException(sql);
        }
    }

    public void Bind(int parameter, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_buffer.Length < most)
        {
            _buffer = new byte[most];
        }

        raw.sqlite3_bind_text(_statement, parameter, _buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, _buffer)));
    }

    public void Bind(int parameter, ReadOnlySpan<byte> utf8) => raw.sqlite3_bind_text(_statement, parameter, utf8);

    public void Bind(int parameter, long number) => raw.sqlite3_bind_int64(_statement, parameter, number);

    public bool Step() => raw.sqlite3_step(_statement) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        var code => throw new InvalidOperationException($"SQLite answers {code}."),
    };

    public void Run()
    {
        Step();
        Reset();
    }

    public void Reset()
    {
        raw.sqlite3_reset(_statement);
        raw.sqlite3_clear_bindings(_statement);
    }

    public void Dispose() => raw.sqlite3_finalize(_statement);
}

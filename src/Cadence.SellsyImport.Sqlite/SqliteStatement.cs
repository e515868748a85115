using System.Numerics;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// A prepared statement, used many times. Text is bound as UTF-8 from one buffer, because a parameter object for every value nearly
/// doubles the time of an import. A parameter that is not bound is NULL.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly string _sql;
    private sqlite3_stmt? _prepared;
    private byte[] _buffer = new byte[512];
    private uint _bound;
    private uint _boundBefore;

    public SqliteStatement(sqlite3 connection, string sql)
    {
        _connection = connection;
        _sql = sql;
    }

    /// <summary>Prepared on first use: a database that is only read may lack what a statement that writes needs.</summary>
    private sqlite3_stmt Statement => _prepared ?? Prepare();

    public void Bind(int parameter, string? text)
    {
        if (text is null)
        {
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_buffer.Length < most)
        {
            _buffer = new byte[most];
        }

        Bind(parameter, _buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, _buffer)));
    }

    public void Bind(int parameter, ReadOnlySpan<byte> utf8)
    {
        Check(raw.sqlite3_bind_text(Statement, parameter, utf8));
        Keep(parameter);
    }

    public void Bind(int parameter, long number)
    {
        Check(raw.sqlite3_bind_int64(Statement, parameter, number));
        Keep(parameter);
    }

    /// <summary>Keeps the value of a parameter from the previous use, if <see cref="RunAgain"/> ended that use.</summary>
    public void Keep(int parameter) => _bound |= 1u << parameter;

    public void Bind(int parameter, long? number)
    {
        if (number is { } value)
        {
            Bind(parameter, value);
        }
    }

    public void BindBlob(int parameter, ReadOnlySpan<byte> bytes) => Check(raw.sqlite3_bind_blob(Statement, parameter, bytes));

    /// <summary>Moves to the next row of the result; <see langword="false"/> after the last one.</summary>
    public bool Read()
    {
        var code = raw.sqlite3_step(Statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        throw Failure(code);
    }

    /// <summary>Executes a statement without a result.</summary>
    public void Run()
    {
        Read();
        Reset();
    }

    /// <summary>
    /// Executes a statement without a result, for use with row after row: bound values stay until the next use, which binds most of
    /// them again.
    /// </summary>
    public void RunAgain()
    {
        for (var left = _boundBefore & ~_bound; left != 0; left &= left - 1)
        {
            Check(raw.sqlite3_bind_null(Statement, BitOperations.TrailingZeroCount(left)));
        }

        Read();
        raw.sqlite3_reset(Statement);
        (_boundBefore, _bound) = (_bound, 0);
    }

    /// <summary>Makes the statement ready for its next use; every parameter is NULL again.</summary>
    public void Reset()
    {
        raw.sqlite3_reset(Statement);
        raw.sqlite3_clear_bindings(Statement);
    }

    public long Number(int column) => raw.sqlite3_column_int64(Statement, column);

    public string? Text(int column) => raw.sqlite3_column_type(Statement, column) == raw.SQLITE_NULL
        ? null
        : Encoding.UTF8.GetString(raw.sqlite3_column_blob(Statement, column));

    public bool IsNull(int column) => raw.sqlite3_column_type(Statement, column) == raw.SQLITE_NULL;

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    /// <summary>The bytes of a text, valid until the next row.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(Statement, column);

    public byte[] Blob(int column) => raw.sqlite3_column_blob(Statement, column).ToArray();

    public void Dispose() => _prepared?.Dispose();

    private sqlite3_stmt Prepare()
    {
        Check(raw.sqlite3_prepare_v3(_connection, _sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return _prepared = statement;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failure(code);
        }
    }

    private SqliteException Failure(int code) => new(
        raw.sqlite3_errmsg(_connection).utf8_to_string(),
        code & 0xFF,
        raw.sqlite3_extended_errcode(_connection));
}

using Npgsql;
using NpgsqlTypes;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Values as parameters, each with the type of its column, even if it is NULL.</summary>
internal static class Values
{
    public static NpgsqlParameter<string?> Text(string? text) => new() { TypedValue = text, NpgsqlDbType = NpgsqlDbType.Text };

    public static NpgsqlParameter<string[]> Texts(IEnumerable<string> texts) =>
        new() { TypedValue = [.. texts], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    public static NpgsqlParameter<string[]?> TextsOrNull(IEnumerable<string>? texts) =>
        new() { TypedValue = texts?.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    public static NpgsqlParameter<long> Number(long number) => new() { TypedValue = number };

    public static NpgsqlParameter<int> Number(int number) => new() { TypedValue = number };

    public static NpgsqlParameter<long?> NumberOrNull(long? number) => new() { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Bigint };

    public static NpgsqlParameter<long[]> Numbers(IEnumerable<long> numbers) => new() { TypedValue = [.. numbers] };

    public static NpgsqlParameter<byte[]> Bytes(byte[] bytes) => new() { TypedValue = bytes };

    public static NpgsqlParameter<ReadOnlyMemory<byte>> Bytes(ReadOnlyMemory<byte> bytes) => new() { TypedValue = bytes };

    public static NpgsqlParameter<DateTime> Time(DateTimeOffset time) =>
        new() { TypedValue = time.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    public static NpgsqlParameter<DateTime?> TimeOrNull(DateTimeOffset? time) =>
        new() { TypedValue = time?.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}

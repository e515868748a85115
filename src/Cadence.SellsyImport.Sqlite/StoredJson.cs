using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Reads the JSON in columns, that of <see cref="LeadJson"/> as well as that of the ledger, and writes the latter.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(LowerCaseWords<EmailType>),
        typeof(LowerCaseWords<PhoneType>),
        typeof(LowerCaseWords<LeadEntryOutcome>),
        typeof(LowerCaseWords<UndoOutcome>),
    ])]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableArray<LeadEmail>))]
[JsonSerializable(typeof(ImmutableArray<LeadPhone>))]
[JsonSerializable(typeof(ImmutableArray<LeadValue>))]
[JsonSerializable(typeof(LeadCompany))]
[JsonSerializable(typeof(ImmutableArray<SellsyUserId>))]
[JsonSerializable(typeof(ImmutableArray<RefusedRow>))]
[JsonSerializable(typeof(UndoneRow), TypeInfoPropertyName = "OneUndoneRow")]
[JsonSerializable(typeof(ImmutableArray<UndoneRow>))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static ImmutableArray<string> Texts(SqliteStatement row, int column) =>
        row.IsNull(column) ? [] : JsonSerializer.Deserialize(row.Utf8(column), Default.ImmutableArrayString);

    public static ImmutableArray<LeadEmail> Emails(SqliteStatement row, int column) =>
        row.IsNull(column) ? [] : JsonSerializer.Deserialize(row.Utf8(column), Default.ImmutableArrayLeadEmail);

    public static ImmutableArray<LeadPhone> Phones(SqliteStatement row, int column) =>
        row.IsNull(column) ? [] : JsonSerializer.Deserialize(row.Utf8(column), Default.ImmutableArrayLeadPhone);

    public static ImmutableArray<LeadValue> Values(SqliteStatement row, int column) =>
        row.IsNull(column) ? [] : JsonSerializer.Deserialize(row.Utf8(column), Default.ImmutableArrayLeadValue);

    public static ImmutableArray<SellsyUserId> SellsyIds(SqliteStatement row, int column) =>
        row.IsNull(column) ? [] : JsonSerializer.Deserialize(row.Utf8(column), Default.ImmutableArraySellsyUserId);

    public static byte[] Of(ImmutableArray<SellsyUserId> ids) => JsonSerializer.SerializeToUtf8Bytes(ids, Default.ImmutableArraySellsyUserId);

    public static LeadCompany? Company(SqliteStatement row, int column) =>
        row.IsNull(column) ? null : JsonSerializer.Deserialize(row.Utf8(column), Default.LeadCompany);

    public static ImmutableArray<RefusedRow> Refused(SqliteStatement row, int column) =>
        row.IsNull(column) ? [] : JsonSerializer.Deserialize(row.Utf8(column), Default.ImmutableArrayRefusedRow);

    public static byte[] Of(ImmutableArray<RefusedRow> refused) => JsonSerializer.SerializeToUtf8Bytes(refused, Default.ImmutableArrayRefusedRow);

    public static byte[] Of(ImmutableArray<UndoEntry> undone) => JsonSerializer.SerializeToUtf8Bytes(
        ImmutableArray.CreateRange(undone, UndoneRow.Of),
        Default.ImmutableArrayUndoneRow);

    public static ImmutableArray<UndoEntry> Undone(SqliteStatement row, int column) => ImmutableArray.CreateRange(
        JsonSerializer.Deserialize(row.Utf8(column), Default.ImmutableArrayUndoneRow),
        undone => undone.ToEntry());

    /// <summary>What <see cref="LeadJson.AppendCreatedLeads"/> wrote.</summary>
    public static List<(long Row, string SellsyContactId)> CreatedLeads(SqliteStatement row, int column)
    {
        List<(long, string)> created = [];
        if (row.IsNull(column))
        {
            return created;
        }

        var reader = new Utf8JsonReader(row.Utf8(column));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            var number = reader.GetInt64();
            reader.Read();
            created.Add((number, reader.GetString()!));
        }

        return created;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>The values of an enumeration as words, such as <c>already_present</c>.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class LowerCaseWords<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

using System.Text.Json.Serialization;

namespace Cadence.SellsyImport.Storage;

/// <summary>How the content of a batch is written for a separate ledger.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(BatchDocument))]
internal sealed partial class RecordJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Cadence.SellsyImport.Storage;

/// <summary>How what is known of a file is written.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(StoredFile))]
internal sealed partial class StoredFileJson : JsonSerializerContext;

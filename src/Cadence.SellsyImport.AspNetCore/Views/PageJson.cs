using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>How the page and the server write to each other.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConfigView))]
[JsonSerializable(typeof(FileView))]
[JsonSerializable(typeof(FileRequest))]
[JsonSerializable(typeof(SessionRequest))]
[JsonSerializable(typeof(SessionPatch))]
[JsonSerializable(typeof(JudgeRequest))]
[JsonSerializable(typeof(CountRequest))]
[JsonSerializable(typeof(CountView))]
[JsonSerializable(typeof(CauseValuesView))]
[JsonSerializable(typeof(SessionView))]
[JsonSerializable(typeof(RowsView))]
[JsonSerializable(typeof(RowDetailView))]
[JsonSerializable(typeof(MendedView))]
[JsonSerializable(typeof(HistoryView))]
[JsonSerializable(typeof(JobView))]
internal sealed partial class PageJson : JsonSerializerContext;

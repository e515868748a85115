using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Writes the one JSON object of an answer to standard output, where nothing else is written.</summary>
internal static class JsonAnswer
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="SellsyImportException">Standard output cannot be written.</exception>
    public static void Write(JsonObject answer)
    {
        try
        {
            Console.Out.WriteLine(answer.ToJsonString(Options));
        }
        catch (IOException exception)
        {
            throw new SellsyImportException(ErrorCodes.FileUnwritable, exception, "stdout");
        }
    }
}

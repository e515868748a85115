using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Writes the one JSON object of an answer to standard output, where nothing else is written.</summary>
internal static class JsonAnswer
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="SellsyImportException">Standard output cannot be written.</exception>
    public static void Write(JsonObject answer)
    {
        try
        {
            using var output = new BufferedStream(Console.OpenStandardOutput());
            using (var writer = new Utf8JsonWriter(output, Options))
            {
                answer.WriteTo(writer);
            }

            output.WriteByte((byte)'\n');
            output.Flush();
        }
        catch (IOException exception)
        {
            throw new SellsyImportException(ErrorCodes.FileUnwritable, exception, "stdout");
        }
    }
}

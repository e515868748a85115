using System.Text.Encodings.Web;
using System.Text.Json;
using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Writes the one JSON object of an answer to standard output, where nothing else is written beside it.</summary>
internal static class JsonAnswer
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="SellsyImportException">Standard output cannot be written.</exception>
    public static void Write(Action<Utf8JsonWriter> properties)
    {
        using var answer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(answer, Options))
        {
            writer.WriteStartObject();
            properties(writer);
            writer.WriteEndObject();
        }

        answer.WriteByte((byte)'\n');
        answer.Position = 0;
        try
        {
            using var output = Console.OpenStandardOutput();
            answer.CopyTo(output);
            output.Flush();
        }
        catch (IOException exception)
        {
            throw new SellsyImportException(ErrorCodes.FileUnwritable, exception, "stdout");
        }
    }
}

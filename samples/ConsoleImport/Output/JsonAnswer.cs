using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConsoleImport.Output;

/// <summary>Writes the one JSON object of an answer: complete or not at all.</summary>
internal static class JsonAnswer
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream destination, Action<Utf8JsonWriter> properties)
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
        answer.CopyTo(destination);
        destination.Flush();
    }
}

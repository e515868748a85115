using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Reads and writes the JSON of profiles. What is wrong is told by its place: the text of the JSON library's own exceptions may hold names
/// of people, so it is not passed on.
/// </summary>
internal static class ProfileJson
{
    private const int Version = 1;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The default encoder escapes é and the apostrophe, which people would have to review.
    private static readonly ProfileJsonContext Context =
        new(new JsonSerializerOptions(ProfileJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(ImportProfile profile) => JsonSerializer.Serialize(
        new ProfileDocument(
            Version,
            profile.Fields.ToDictionary(
                entry => entry.Field,
                entry => (ProfileFieldDocument?)new ProfileFieldDocument(entry.Column, entry.Occurrence, entry.Constant),
                StringComparer.Ordinal),
            profile.Owners.All.ToDictionary(decision => decision.Key, decision => (string?)decision.Value, StringComparer.Ordinal)),
        Context.ProfileDocument);

    public static ImportProfile Parse(string json, string fileName)
    {
        var utf8 = Encode(json, fileName);
        try
        {
            CheckVersion(utf8, fileName);
            var document = JsonSerializer.Deserialize(utf8, Context.ProfileDocument)!;
            return new(Fields(document, fileName), Owners(document, fileName));
        }
        catch (JsonException exception)
        {
            throw Unreadable(fileName, $"{Place(exception)}: no JSON of a profile");
        }
        catch (InvalidOperationException)
        {
            // JsonDocument says so of a name such as "\ud800", which no other rule of JSON forbids.
            throw Unreadable(fileName, "half of a surrogate pair in a name");
        }
    }

    public static SellsyImportException Unreadable(string fileName, string found) => new(ErrorCodes.ProfileUnreadable, fileName, found);

    private static byte[] Encode(string json, string fileName)
    {
        try
        {
            return StrictUtf8.GetBytes(json);
        }
        catch (EncoderFallbackException exception)
        {
            throw Unreadable(fileName, string.Create(CultureInfo.InvariantCulture, $"character {exception.Index + 1}: half of a surrogate pair"));
        }
    }

    private static void CheckVersion(byte[] utf8, string fileName)
    {
        using var document = JsonDocument.Parse(utf8);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("version", out var version))
        {
            throw Unreadable(fileName, "no version");
        }

        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number))
        {
            throw Unreadable(fileName, "a version that is no whole number");
        }

        if (number != Version)
        {
            throw Unreadable(fileName, string.Create(CultureInfo.InvariantCulture, $"version {number}"));
        }
    }

    private static ImmutableArray<ImportProfileField> Fields(ProfileDocument document, string fileName)
    {
        List<ImportProfileField> fields = [];
        HashSet<(string, int?)> columns = [];
        foreach (var (name, entry) in document.Fields ?? [])
        {
            if (Fault(entry) is { } fault)
            {
                throw Unreadable(fileName, $"{Entry("fields", fields.Count)}: {fault}");
            }

            if (entry!.Column is not null && !columns.Add((TextFolding.Heading(entry.Column), entry.Occurrence)))
            {
                throw Unreadable(fileName, $"{Entry("fields", fields.Count)}: the column of an earlier field");
            }

            fields.Add(new(name, entry.Column, entry.Occurrence, entry.Constant));
        }

        return ProfileOrder.Sort(fields);
    }

    private static string? Fault(ProfileFieldDocument? entry) => entry switch
    {
        null or { Column: null, Constant: null } => "neither a column nor a constant",
        { Column: not null, Constant: not null } => "both a column and a constant",
        { Constant: { } constant } when string.IsNullOrWhiteSpace(constant) => "a blank constant",
        { Constant: not null, Occurrence: not null } => "an occurrence without a column",
        { Occurrence: < 1 } => "an occurrence below 1",
        _ => null,
    };

    private static OwnerDecisions Owners(ProfileDocument document, string fileName)
    {
        var owners = OwnerDecisions.None;
        var count = 0;
        foreach (var (name, userId) in document.Owners ?? [])
        {
            if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(userId))
            {
                throw Unreadable(fileName, $"{Entry("owners", count)}: a blank name or user id");
            }

            if (owners.Find(name) is not null)
            {
                throw Unreadable(fileName, $"{Entry("owners", count)}: the owner of an earlier entry");
            }

            owners = owners.With(name, userId);
            count++;
        }

        return owners;
    }

    private static string Entry(string member, int before) => string.Create(CultureInfo.InvariantCulture, $"{member}, entry {before + 1}");

    private static string Place(JsonException exception) => string.Create(
        CultureInfo.InvariantCulture,
        $"line {(exception.LineNumber ?? 0) + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}");
}

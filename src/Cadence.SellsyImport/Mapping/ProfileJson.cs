using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Reads and writes the JSON of profiles. An error reports only its place: the messages of the JSON library's own exceptions may hold names
/// of people, so they are not passed on.
/// </summary>
internal static class ProfileJson
{
    private const int Version = 1;
    private const string Same = "same";
    private const string New = "new";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The default encoder escapes é and the apostrophe, which people would have to review.
    private static readonly ProfileJsonContext Context =
        new(new JsonSerializerOptions(ProfileJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(ImportProfile profile) => JsonSerializer.Serialize(
        new ProfileDocument(
            Version,
            profile.Fields.GroupBy(entry => entry.Field, StringComparer.Ordinal).ToDictionary(
                field => field.Key,
                field => (ProfileFieldDocument?)(DocumentOf(field.First()) with { Further = FurtherOf(field) }),
                StringComparer.Ordinal),
            profile.Owners.All.ToDictionary(decision => decision.Key, decision => (string?)decision.Value, StringComparer.Ordinal),
            profile.Owners.BlankUserId,
            profile.Owners.UnknownUserId,
            profile.MatchDecisions.All.Any() ? profile.MatchDecisions.All.ToDictionary(decision => decision.Key, decision => (string?)decision.Value, StringComparer.Ordinal) : null,
            NameOf(profile.MatchDecisions.Others),
            ProfileReadingDocument.Of(profile.Overrides)),
        Context.ProfileDocument);

    private static ProfileFieldDocument DocumentOf(ImportProfileField entry) => new(
        entry.Column,
        entry.Occurrence,
        entry.Constant,
        entry.Values.IsEmpty ? null : entry.Values.ToDictionary(decision => decision.Text, decision => (string?)decision.Value, StringComparer.Ordinal));

    private static ProfileFieldDocument[]? FurtherOf(IEnumerable<ImportProfileField> field) =>
        field.Skip(1).Select(DocumentOf).ToArray() is { Length: > 0 } further ? further : null;

    public static ImportProfile Parse(string json, string fileName)
    {
        var utf8 = Encode(json, fileName);
        try
        {
            CheckVersion(utf8, fileName);
            var document = JsonSerializer.Deserialize(utf8, Context.ProfileDocument)!;
            return new ImportProfile(Fields(document, fileName), Owners(document, fileName), Overrides(document, fileName))
                .WithMatchDecisions(Matches(document, fileName));
        }
        catch (JsonException exception)
        {
            throw Unreadable(fileName, ProfileFault.NoJson, (exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            // JsonDocument says so of a name such as "\ud800", which no other rule of JSON forbids.
            throw Unreadable(fileName, ProfileFault.HalfCharacterInName);
        }
    }

    public static SellsyImportException Unreadable(string fileName, ProfileFault fault, params ReadOnlySpan<long> numbers)
    {
        var arguments = ImmutableArray.CreateBuilder<string>(numbers.Length + 2);
        arguments.Add(fileName);
        foreach (var number in numbers)
        {
            arguments.Add(number.ToString(CultureInfo.InvariantCulture));
        }

        arguments.Add(fault.ToString());
        return new(ErrorCodes.ProfileUnreadable, arguments.MoveToImmutable());
    }

    private static byte[] Encode(string json, string fileName)
    {
        try
        {
            return StrictUtf8.GetBytes(json);
        }
        catch (EncoderFallbackException exception)
        {
            throw Unreadable(fileName, ProfileFault.HalfCharacter, exception.Index + 1);
        }
    }

    private static void CheckVersion(byte[] utf8, string fileName)
    {
        using var document = JsonDocument.Parse(utf8);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("version", out var version))
        {
            throw Unreadable(fileName, ProfileFault.VersionMissing);
        }

        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number))
        {
            throw Unreadable(fileName, ProfileFault.VersionNoNumber);
        }

        if (number != Version)
        {
            throw Unreadable(fileName, ProfileFault.VersionUnknown, number);
        }
    }

    private static ImmutableArray<ImportProfileField> Fields(ProfileDocument document, string fileName)
    {
        List<ImportProfileField> fields = [];
        HashSet<(string, int?)> columns = [];
        foreach (var (name, entry) in (document.Fields ?? []).SelectMany(Entries))
        {
            if ((Fault(entry) ?? FaultOfFurther(name, entry!) ?? FaultOfValues(entry!)) is { } fault)
            {
                throw Unreadable(fileName, fault, fields.Count + 1);
            }

            if (entry!.Column is not null && !columns.Add((TextFolding.Heading(entry.Column), entry.Occurrence)))
            {
                throw Unreadable(fileName, ProfileFault.ColumnOfEarlierField, fields.Count + 1);
            }

            fields.Add(new(name, entry.Column, entry.Occurrence, entry.Constant)
            {
                Values = [.. (entry.Values ?? []).Select(value => new ValueDecision(value.Key, value.Value!)).OrderBy(decision => decision.Text, StringComparer.Ordinal)],
            });
        }

        return ProfileOrder.Sort(fields);
    }

    private static IEnumerable<(string Name, ProfileFieldDocument? Entry)> Entries(KeyValuePair<string, ProfileFieldDocument?> field) =>
        [(field.Key, field.Value), .. (field.Value?.Further ?? []).Select(further => (field.Key, further))];

    /// <remarks>Only a list has further columns, and each of these is one column.</remarks>
    private static ProfileFault? FaultOfFurther(string name, ProfileFieldDocument entry) =>
        entry.Further is not { } further ? null
        : entry.Column is null || !LeadFields.All.Any(field => field.TakesSeveralColumns && field.Name == name)
            || Array.Exists(further, one => one is { Column: null } or { Further: not null }) ? ProfileFault.FurtherColumnsOfOneValue
        : null;

    /// <remarks>Blanks around a text are not part of it, so a text with them would never be met.</remarks>
    private static ProfileFault? FaultOfValues(ProfileFieldDocument entry) =>
        entry.Values is { } values
        && (entry.Column is null || values.Any(value => value.Value is null || value.Key.Length == 0 || value.Key.Trim().Length < value.Key.Length))
            ? ProfileFault.ValuesWrong
            : null;

    private static ProfileFault? Fault(ProfileFieldDocument? entry) => entry switch
    {
        null or { Column: null, Constant: null } => ProfileFault.FieldWithoutSource,
        { Column: not null, Constant: not null } => ProfileFault.FieldWithTwoSources,
        { Constant: { } constant } when string.IsNullOrWhiteSpace(constant) => ProfileFault.ConstantBlank,
        { Constant: not null, Occurrence: not null } => ProfileFault.OccurrenceWithoutColumn,
        { Occurrence: < 1 } => ProfileFault.OccurrenceBelowOne,
        _ => null,
    };

    private static ReadingOverrides Overrides(ProfileDocument document, string fileName) => document.Reading is { } reading
        ? reading.ToOverrides() ?? throw Unreadable(fileName, ProfileFault.ReadingInvalid)
        : ReadingOverrides.None;

    private static string? NameOf(MatchDecision? decision) => decision switch
    {
        MatchDecision.Same => Same,
        MatchDecision.New => New,
        _ => null,
    };

    private static MatchDecisions Matches(ProfileDocument document, string fileName)
    {
        MatchDecision? others = document.OtherMatches switch
        {
            null => null,
            Same => MatchDecision.Same,
            New => MatchDecision.New,
            _ => throw Unreadable(fileName, ProfileFault.MatchesWrong),
        };
        var isRight = (document.Matches ?? []).All(one => !string.IsNullOrWhiteSpace(one.Key)
            && (one.Value == MatchDecisions.NewLead || !string.IsNullOrWhiteSpace(one.Value)));
        return isRight
            ? MatchDecisions.Of((document.Matches ?? []).Select(one => KeyValuePair.Create(one.Key, one.Value!)), others)
            : throw Unreadable(fileName, ProfileFault.MatchesWrong);
    }

    private static OwnerDecisions Owners(ProfileDocument document, string fileName)
    {
        var owners = OwnerDecisions.None;
        var count = 0;
        foreach (var (name, userId) in document.Owners ?? [])
        {
            if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(userId))
            {
                throw Unreadable(fileName, ProfileFault.OwnerBlank, count + 1);
            }

            if (owners.Find(name) is not null)
            {
                throw Unreadable(fileName, ProfileFault.OwnerOfEarlierEntry, count + 1);
            }

            owners = owners.With(name, userId);
            count++;
        }

        if (IsBlank(document.BlankOwner) || IsBlank(document.UnknownOwner))
        {
            throw Unreadable(fileName, ProfileFault.DefaultOwnerBlank);
        }

        return OwnerDecisions.Of(owners.All, document.BlankOwner, document.UnknownOwner);

        static bool IsBlank(string? userId) => userId is not null && string.IsNullOrWhiteSpace(userId);
    }
}

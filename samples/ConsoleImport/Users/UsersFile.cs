using System.Text;
using Cadence.SellsyImport;
using ConsoleImport.Hosting;
using CsvHelper;

namespace ConsoleImport.Users;

/// <summary>Reads a list of users: <c>id,first_name,last_name,email</c> and perhaps <c>sellsy_id</c>, in any order, UTF-8, comma or semicolon.</summary>
internal static class UsersFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="SellsyImportException">The file is no list of users.</exception>
    public static IReadOnlyList<CadenceUser> Read(string path)
    {
        var text = ReadText(path);
        using var reader = CsvReader.FromText(text, new()
        {
            Separator = text.AsSpan().IndexOfAny(';', '\r', '\n') is >= 0 and var first && text[first] == ';' ? ';' : ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
        });
        reader.ReadHeader();
        var headings = reader.Headers.Select(heading => heading.Trim()).ToList();
        CheckHeadings(headings, path);
        var users = new Dictionary<string, CadenceUser>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader.FieldCount != headings.Count)
            {
                throw Unreadable(path, reader.LineNumber, Say(
                    $"champs trouvés : {reader.FieldCount}, attendus d'après les en-têtes : {headings.Count}",
                    $"fields found: {reader.FieldCount}, expected by the headings: {headings.Count}"));
            }

            var user = new CadenceUser(Field("id") ?? "", Field("first_name") ?? "", Field("last_name") ?? "")
            {
                Email = Field("email"),
                SellsyId = Field("sellsy_id"),
            };
            if (Flaw(user, users) is { } flaw)
            {
                throw Unreadable(path, reader.LineNumber, flaw);
            }

            users.Add(user.Id, user);
        }

        return users.Count > 0 ? [.. users.Values] : throw Unreadable(path, 1, Say("aucun utilisateur", "no user"));

        string? Field(string heading)
        {
            var column = headings.FindIndex(candidate => candidate.Equals(heading, StringComparison.OrdinalIgnoreCase));
            return column >= 0 && reader.GetString(column) is { Length: > 0 } value ? value : null;
        }
    }

    private static void CheckHeadings(List<string> headings, string path)
    {
        var same = headings.Where(heading => heading.Length > 0).GroupBy(heading => heading, StringComparer.OrdinalIgnoreCase);
        if (same.FirstOrDefault(group => group.Count() > 1)?.ElementAt(1) is { } twice)
        {
            throw Unreadable(path, 1, Say($"l'en-tête {twice} est là deux fois", $"the heading {twice} is there twice"));
        }

        string[] mandatory = ["id", "first_name", "last_name", "email"];
        var missing = string.Join(", ", mandatory.Except(headings, StringComparer.OrdinalIgnoreCase));
        if (missing.Length > 0)
        {
            throw Unreadable(path, 1, Say($"en-têtes absents : {missing}", $"headings missing: {missing}"));
        }
    }

    private static string? Flaw(CadenceUser user, Dictionary<string, CadenceUser> earlier) => user switch
    {
        { Id.Length: 0 } => Say("l'id est vide", "the id is blank"),
        { FullName.Length: 0 } => Say("le prénom et le nom sont vides", "first and last name are blank"),
        _ when earlier.ContainsKey(user.Id) => Say(
            $"l'id {user.Id} est déjà sur une ligne précédente",
            $"the id {user.Id} is already on an earlier line"),
        _ => null,
    };

    private static string ReadText(string path)
    {
        try
        {
            return Directory.Exists(path)
                ? throw new SellsyImportException(ErrorCodes.FileIsDirectory, path)
                : StrictUtf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw Unreadable(path, 1, Say("le texte n'est pas en UTF-8 ; enregistrez la liste en UTF-8", "the text is not UTF-8; save the list as UTF-8"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Unreadable(path, exception);
        }
    }

    private static SellsyImportException Unreadable(string path, long line, string found) => new(ErrorCodes.UsersUnreadable, path, $"{line}", found);
}

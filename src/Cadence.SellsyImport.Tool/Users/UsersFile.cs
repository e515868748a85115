using System.Text;
using CsvHelper;

namespace Cadence.SellsyImport.Tool.Users;

/// <summary>
/// Reads a list of users: <c>id,first_name,last_name,email</c> and optionally <c>sellsy_id</c> and <c>is_active</c>, in any order, UTF-8, comma or semicolon.
/// </summary>
internal static class UsersFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] Yes = ["1", "true", "vrai", "yes", "y", "oui", "o"];
    private static readonly string[] No = ["0", "false", "faux", "no", "n", "non"];

    private static readonly string[] Mandatory = ["id", "first_name", "last_name", "email"];

    /// <exception cref="SellsyImportException">The file is not a list of users.</exception>
    public static UserList Read(string path)
    {
        var text = ReadText(path);
        var separator = text.AsSpan().IndexOfAny(';', '\r', '\n') is >= 0 and var first && text[first] == ';' ? ';' : ',';
        using var reader = CsvReader.FromText(text, new() { Separator = separator, TrimWhitespace = true, TrackLineNumbers = true });
        reader.ReadHeader();
        var headings = reader.Headers.Select(heading => heading.Trim()).ToList();
        Check(HeadingsFlaw(headings), path, line: 1);
        var users = new Dictionary<string, CadenceUser>(StringComparer.Ordinal);
        while (reader.Read())
        {
            Check(reader.FieldCount == headings.Count ? null : Say(
                $"champs trouvés : {reader.FieldCount}, attendus d'après les en-têtes : {headings.Count}",
                $"fields found: {reader.FieldCount}, expected by the headings: {headings.Count}"), path, reader.LineNumber);
            var user = new CadenceUser(Field("id") ?? "", Field("first_name") ?? "", Field("last_name") ?? "")
            {
                Email = Field("email"),
                SellsyId = Field("sellsy_id"),
                IsActive = !No.Contains(Field("is_active"), StringComparer.OrdinalIgnoreCase),
            };
            Check(UserFlaw(user, users) ?? StateFlaw(Field("is_active")), path, reader.LineNumber);
            users.Add(user.Id, user);
        }

        Check(users.Count > 0 ? null : Say("aucun utilisateur", "no user"), path, line: 1);
        return new([.. users.Values], ColumnOf("sellsy_id") >= 0, ColumnOf("is_active") >= 0);

        int ColumnOf(string heading) => headings.FindIndex(candidate => candidate.Equals(heading, StringComparison.OrdinalIgnoreCase));

        string? Field(string heading) => ColumnOf(heading) is >= 0 and var column && reader.GetString(column) is { Length: > 0 } value ? value : null;
    }

    private static string? HeadingsFlaw(List<string> headings)
    {
        var groups = headings.Where(heading => heading.Length > 0).GroupBy(heading => heading, StringComparer.OrdinalIgnoreCase);
        var twice = groups.FirstOrDefault(group => group.Count() > 1)?.ElementAt(1);
        var missing = string.Join(", ", Mandatory.Except(headings, StringComparer.OrdinalIgnoreCase));
        return twice is not null ? Say($"l'en-tête {twice} est là deux fois", $"the heading {twice} is there twice")
            : missing.Length > 0 ? Say($"en-têtes absents : {missing}", $"headings missing: {missing}")
            : null;
    }

    private static string? UserFlaw(CadenceUser user, Dictionary<string, CadenceUser> earlier) => user switch
    {
        { Id.Length: 0 } => Say("l'id est vide", "the id is blank"),
        { FullName.Length: 0 } => Say("le prénom et le nom sont vides", "first and last name are blank"),
        { Id: var id } when earlier.ContainsKey(id) => Say($"l'id {id} est déjà sur une ligne précédente", $"the id {id} is already on an earlier line"),
        _ => null,
    };

    private static string? StateFlaw(string? state) => state is null || Yes.Concat(No).Contains(state, StringComparer.OrdinalIgnoreCase)
        ? null
        : Say("is_active n'est ni oui ni non", "is_active is neither yes nor no");

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
            Check(Say("le texte n'est pas en UTF-8 ; enregistrez la liste en UTF-8", "the text is not UTF-8; save the list as UTF-8"), path, line: 1);
            throw;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw SourceFile.Unreadable(path, exception);
        }
    }

    private static void Check(string? flaw, string path, long line)
    {
        if (flaw is not null)
        {
            throw new SellsyImportException(ErrorCodes.UsersUnreadable, path, $"{line}", flaw);
        }
    }
}

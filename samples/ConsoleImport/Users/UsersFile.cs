using System.Text;
using Cadence.SellsyImport;
using ConsoleImport.Output;
using CsvHelper;

namespace ConsoleImport.Users;

/// <summary>Reads a list of users: <c>id,first_name,last_name,email</c> and perhaps <c>sellsy_id</c>, in any order, UTF-8, comma or semicolon.</summary>
internal static class UsersFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="SellsyImportException">The file is no list of users.</exception>
    public static IReadOnlyList<CadenceUser> Read(string path, ConsoleTexts texts)
    {
        var text = ReadText(path, texts);
        var heading = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var options = new CsvReaderOptions
        {
            Separator = heading.Contains(';') ? ';' : ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
        };
        using var reader = CsvReader.FromText(text, options);
        reader.ReadHeader();
        var columns = UsersColumns.Find(reader.Headers, found => Unreadable(path, 1, found), texts);
        var users = new Dictionary<string, CadenceUser>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var user = ReadUser(reader, columns, found => Unreadable(path, reader.LineNumber, found), texts);
            if (!users.TryAdd(user.Id, user))
            {
                throw Unreadable(path, reader.LineNumber, texts.UserTwice(user.Id));
            }
        }

        return users.Count > 0 ? [.. users.Values] : throw Unreadable(path, 1, texts.UsersEmpty);
    }

    private static CadenceUser ReadUser(CsvReader reader, UsersColumns columns, Func<string, Exception> unreadable, ConsoleTexts texts)
    {
        if (reader.FieldCount != reader.Headers.Count)
        {
            throw unreadable(texts.UserFieldCount(reader.FieldCount, reader.Headers.Count));
        }

        var user = new CadenceUser(reader.GetString(columns.Id), reader.GetString(columns.FirstName), reader.GetString(columns.LastName))
        {
            Email = Optional(reader.GetString(columns.Email)),
            SellsyId = columns.SellsyId is { } column ? Optional(reader.GetString(column)) : null,
        };
        if (user.Id.Length == 0)
        {
            throw unreadable(texts.UserWithoutId);
        }

        return user.FullName.Length > 0 ? user : throw unreadable(texts.UserWithoutName);
    }

    private static string ReadText(string path, ConsoleTexts texts)
    {
        if (Directory.Exists(path))
        {
            throw new SellsyImportException(ErrorCodes.FileIsDirectory, path);
        }

        try
        {
            return StrictUtf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            throw new SellsyImportException(ErrorCodes.UsersUnreadable, exception, path, "1", texts.UsersNotUtf8);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SellsyImportException(ErrorCodes.FileNotFound, exception, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SellsyImportException(ErrorCodes.FileUnreadable, exception, path, "0");
        }
    }

    private static string? Optional(string value) => value.Length > 0 ? value : null;

    private static SellsyImportException Unreadable(string path, long line, string found) =>
        new(ErrorCodes.UsersUnreadable, path, $"{line}", found);
}

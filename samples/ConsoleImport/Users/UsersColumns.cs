using ConsoleImport.Output;

namespace ConsoleImport.Users;

/// <summary>Where the columns of a list of users stand.</summary>
internal sealed record UsersColumns(int Id, int FirstName, int LastName, int Email, int? SellsyId)
{
    private static readonly string[] Mandatory = ["id", "first_name", "last_name", "email"];

    public static UsersColumns Find(IReadOnlyList<string> headings, Func<string, Exception> unreadable, ConsoleTexts texts)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var column = 0; column < headings.Count; column++)
        {
            var heading = headings[column].Trim();
            if (heading.Length > 0 && !columns.TryAdd(heading, column))
            {
                throw unreadable(texts.UserHeadingTwice(heading));
            }
        }

        var missing = Mandatory.Where(heading => !columns.ContainsKey(heading)).ToArray();
        if (missing.Length > 0)
        {
            throw unreadable(texts.UserHeadingMissing(string.Join(", ", missing)));
        }

        return new(
            columns["id"],
            columns["first_name"],
            columns["last_name"],
            columns["email"],
            columns.TryGetValue("sellsy_id", out var sellsyId) ? sellsyId : null);
    }
}

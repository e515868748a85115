namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Shows the owners of rows, and the users who stand for blank and unknown ones.</summary>
internal static class OwnersView
{
    /// <summary>The user who will own the lead of a row; nothing if the owner is in error.</summary>
    public static string Of(PreviewRow row)
    {
        var isDefault = row.Issues.Any(issue => issue.Code is IssueCodes.BlankOwnerDefaulted or IssueCodes.UnknownOwnerDefaulted);
        return row.Owner is not { } owner ? "" : isDefault ? $"{owner.FullName} {Say("(par défaut)", "(by default)")}" : owner.FullName;
    }

    /// <summary>Names the users by default, with the number of their rows.</summary>
    public static void ShowDefaults(Display display, ImportPlan plan, IReadOnlyCollection<IssueCount> issues)
    {
        if (plan.Decisions.BlankUserId is { } blank)
        {
            var (user, rows) = (NameOf(blank, plan), CountOf(IssueCodes.BlankOwnerDefaulted, issues));
            display.Line(Say(
                $"Utilisateur par défaut des propriétaires vides : {user}, lignes : {rows}",
                $"User by default for blank owners: {user}, rows: {rows}"));
        }

        if (plan.Decisions.UnknownUserId is { } unknown)
        {
            var (user, rows) = (NameOf(unknown, plan), CountOf(IssueCodes.UnknownOwnerDefaulted, issues));
            display.Line(Say(
                $"Utilisateur par défaut des propriétaires inconnus : {user}, lignes : {rows}",
                $"User by default for unknown owners: {user}, rows: {rows}"));
        }
    }

    private static string NameOf(string userId, ImportPlan plan) =>
        plan.Owners.FirstOrDefault(owner => owner.User?.Id == userId)?.User is { } user ? $"{user.FullName} ({userId})" : userId;

    private static long CountOf(string code, IEnumerable<IssueCount> issues) => issues.Where(issue => issue.Code == code).Sum(issue => issue.Count);
}

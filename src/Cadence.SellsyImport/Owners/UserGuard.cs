using Cadence.SellsyImport.Issues;

namespace Cadence.SellsyImport.Owners;

/// <summary>Checks the users that a host gives: each has an id that is not blank, and names.</summary>
internal static class UserGuard
{
    /// <exception cref="SellsyImportException">A user is not whole.</exception>
    public static void Check(string seam, IEnumerable<CadenceUser> users) => SeamGuard.Check(
        seam,
        users.All(user => !string.IsNullOrWhiteSpace(user.Id) && user is { FirstName: not null, LastName: not null }),
        "users with an id and names");
}

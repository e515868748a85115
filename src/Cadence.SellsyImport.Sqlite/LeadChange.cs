using System.Collections.Immutable;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Changes a lead that is there, for an import as well as for an undo.</summary>
internal static class LeadChange
{
    /// <summary>Writes the new values and returns the version that the lead has then.</summary>
    /// <param name="session">The session, in a transaction.</param>
    /// <param name="state">The stored lead.</param>
    /// <param name="before">Its stored values.</param>
    /// <param name="after">Its new values.</param>
    /// <param name="origin">The batch that is written or undone; it counts as the creator of the companies that are missing.</param>
    /// <param name="company">The id of the company's row, if known.</param>
    public static long Apply(SqliteSession session, LeadState state, LeadVersion before, LeadVersion after, BatchOrigin origin, long? company = null)
    {
        session.Users.Ensure(after.Owner);
        var version = session.Leads.Change(state.Id, after.Lead, after.Owner, CompanyOf(session, state, before.Lead, after.Lead, origin, company));
        return AreSame(before.Lead.OtherCompanies, after.Lead.OtherCompanies)
            ? version
            : session.Leads.SetOtherCompanies(state.Id, after.Lead.OtherCompanies, origin, state.Edits);
    }

    // A company that stays the same keeps its row, whichever row the host linked the lead to.
    private static StoredCompany? CompanyOf(
        SqliteSession session,
        LeadState state,
        Lead before,
        Lead after,
        BatchOrigin origin,
        long? known)
    {
        if (after.Company is not { } incoming)
        {
            return null;
        }

        var row = before.Company is { } had && CompanyJson.AreSame(had, incoming) ? state.Company : known;
        return row is { } id && session.Companies.Find(id) is { } stored
            ? new(id, CompanyJson.Of(stored, new()))
            : session.Companies.FindOrAdd(incoming, origin);
    }

    private static bool AreSame(ImmutableArray<LeadCompany> some, ImmutableArray<LeadCompany> others)
    {
        if (some.Length != others.Length)
        {
            return false;
        }

        for (var i = 0; i < some.Length; i++)
        {
            if (!CompanyJson.AreSame(some[i], others[i]))
            {
                return false;
            }
        }

        return true;
    }
}

using System.Collections.Frozen;
using Cadence.SellsyImport.Owners;

namespace Cadence.SellsyImport.Importing;

/// <summary>Finds the owners of a plan that no longer resolve to the users that the preview showed.</summary>
internal static class ChangedOwners
{
    /// <summary>Asks the resolver again, once for each owner that had a user, under the decisions of the plan.</summary>
    /// <returns>The owners that now resolve to another user, no user or several users, with the user of the preview.</returns>
    public static async ValueTask<FrozenDictionary<OwnerReference, CadenceUser>> FindAsync(
        IOwnerResolver resolver,
        ImportPlan plan,
        CancellationToken cancellationToken)
    {
        var shown = plan.Owners.Where(owner => owner.User is not null).ToList();
        var now = new OwnerCache(plan.Decisions, plan.SellsyAccount);
        await now.ResolveAsync(resolver, shown.Select(owner => owner.Owner), cancellationToken).ConfigureAwait(false);
        return shown.Where(owner => !IsSame(owner.User!, now.Find(owner.Owner)?.User)).ToFrozenDictionary(owner => owner.Owner, owner => owner.User!);
    }

    private static bool IsSame(CadenceUser shown, CadenceUser? now) =>
        now is not null && (shown.Id, shown.FirstName, shown.LastName, shown.Email) == (now.Id, now.FirstName, now.LastName, now.Email);
}

using System.Collections.Immutable;

namespace Cadence.SellsyImport.Leads;

/// <summary>
/// Undoes the changes of an import in a lead, part by part. A part that still has the value of the import gets its old value; a part that
/// was changed since is kept and reported.
/// </summary>
internal static class LeadRestoration
{
    /// <summary>
    /// Whether a lead stands as a change left it, where nobody knows whether the change was made: every part is as before or as it was to become,
    /// and one that was to change has changed. A store that does not keep every part leaves some as they were.
    /// </summary>
    public static bool IsApplied(LeadVersion before, LeadVersion after, LeadVersion current)
    {
        var hasChanged = false;
        foreach (var part in LeadFieldTable.PartsOf(before, after, current))
        {
            if (part.IsSame(current, before))
            {
                continue;
            }

            if (!part.IsSame(current, after))
            {
                return false;
            }

            hasChanged = true;
        }

        return hasChanged;
    }

    public static (LeadVersion Restored, ImmutableArray<string> KeptFields) Of(LeadVersion before, LeadVersion after, LeadVersion current)
    {
        var restored = current;
        var kept = ImmutableArray.CreateBuilder<string>();
        foreach (var part in LeadFieldTable.PartsOf(before, after, current))
        {
            if (part.IsSame(before, after) || part.IsSame(current, before))
            {
                continue;
            }

            if (part.IsSame(current, after))
            {
                restored = part.Copy(restored, before);
            }
            else
            {
                kept.Add(part.Field);
            }
        }

        return (restored, kept.DrainToImmutable());
    }
}

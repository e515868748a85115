using System.Collections.Immutable;

namespace Cadence.SellsyImport.Leads;

/// <summary>
/// Takes back what an import changed in a lead, part by part: a part that still is as the import left it gets its old value, one that was
/// changed since is kept and named.
/// </summary>
internal static class LeadRestoration
{
    public static (LeadVersion Restored, ImmutableArray<string> KeptFields) Of(LeadVersion before, LeadVersion after, LeadVersion current)
    {
        var restored = current;
        var kept = ImmutableArray.CreateBuilder<string>();
        foreach (var part in LeadFieldAccessors.Of(before, after, current))
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

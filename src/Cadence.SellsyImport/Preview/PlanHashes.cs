using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Preview;

/// <summary>The hashes that bind a plan to what it was made from.</summary>
internal static class PlanHashes
{
    /// <summary>
    /// What decides about rows beside file, mapping and owners: the account, the fields, the limits, and which reader, mapper, rules and matcher work.
    /// </summary>
    public static string OfSettings(SellsyImportOptions options, ISellsyCsvReader reader, IFieldMapper mapper, LeadRules rules, ILeadMatcher? matcher, string sellsyAccount)
    {
        using var hash = new TextHash();
        if (sellsyAccount.Length > 0)
        {
            hash.Append(sellsyAccount);
        }

        hash.Append(reader.GetType().FullName).Append(mapper.GetType().FullName);
        foreach (var field in options.Fields.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            MappingHash.Append(hash, field);
        }

        hash.Append(options.KeepUnmappedColumns ? 1 : 0).Append(options.InvalidEmailIsError ? 1 : 0).Append(options.DefaultCallingCode);
        hash.Append(options.MaxRecordBytes).Append(options.MaxCellLength).Append(options.MaxColumns).Append(options.MaxEmails).Append(options.MaxPhones);
        if (options.ConsentReplacesRefusal)
        {
            hash.Append(nameof(options.ConsentReplacesRefusal));
        }

        foreach (var (name, version) in rules.Names)
        {
            hash.Append(name).Append(version);
        }

        if (matcher is not null)
        {
            hash.Append(nameof(ILeadMatcher)).Append(matcher.Name).Append(matcher.Version);
        }

        return hash.Finish();
    }

    /// <summary>
    /// The hash of the users that the owners of the file resolve to, in whatever order they were resolved, and of those who stand for none and for
    /// unknown owners.
    /// </summary>
    public static string OfOwners(ImmutableArray<OwnerResolution> owners, OwnerDecisions decisions)
    {
        using var hash = new TextHash();
        hash.Append(decisions.BlankUserId).Append(decisions.UnknownUserId);
        foreach (var owner in owners.OrderBy(owner => owner.Owner.Name, StringComparer.Ordinal).ThenBy(owner => owner.Owner.SellsyId, StringComparer.Ordinal))
        {
            hash.Append(owner.Owner.Name).Append(owner.Owner.SellsyId).Append((int)owner.Kind).Append(owner.IsDefault ? 1 : 0);
            hash.Append(owner.User?.Id).Append(owner.User?.FirstName).Append(owner.User?.LastName).Append(owner.User?.Email);
        }

        return hash.Finish();
    }

    /// <summary>
    /// What an import is: the same file under the same mapping, owners, settings and policies, and the same ticked rows. The verdicts have no
    /// part in it, because they change with every lead that was added: so an import that was interrupted is known again by a later preview.
    /// </summary>
    public static string OfImport(ImportPlan plan, RowSelection selection)
    {
        using var hash = new TextHash();
        hash.Append(plan.FileHash).Append(plan.Mapping.Hash).Append(plan.OwnersHash).Append(plan.SettingsHash);
        plan.Overrides.AppendTo(hash);
        hash.Append((int)plan.RepeatedContacts).Append((int)plan.ExistingLeads).Append(selection.ToString());
        if (!plan.Corrections.IsEmpty)
        {
            hash.Append(plan.Corrections.Hash);
        }

        plan.MatchDecisions.AppendTo(hash);

        return hash.Finish();
    }
}

namespace Cadence.SellsyImport.Leads;

/// <summary>What becomes of each field of a lead that is there: the policy of the field, or that of the import.</summary>
/// <param name="policy">The policy of the import.</param>
/// <param name="options">The options, with the fields.</param>
internal sealed class FieldPolicies(ExistingLeadPolicy policy, SellsyImportOptions options)
{
    /// <summary>The rule for rows of one contact that are merged: blanks are filled, and a refusal on any of them stands.</summary>
    public static FieldPolicies OfMergedRows { get; } = new(ExistingLeadPolicy.FillBlanks, new()) { RefusalStands = true };

    /// <summary>The policy of the import. Under <see cref="ExistingLeadPolicy.Skip"/> the row is skipped, whatever its fields say.</summary>
    public ExistingLeadPolicy OfImport => policy;

    /// <summary>Whether a consent of the row may take the place of a refusal.</summary>
    public bool ConsentReplacesRefusal => options.ConsentReplacesRefusal;

    /// <summary>Whether a refusal of the row takes the place of a consent, even where blanks are only filled.</summary>
    public bool RefusalStands { get; private init; }

    /// <summary>Whether a person decided on the user for all owners that are blank or unknown, as this one is: such a user gets no lead that has an owner.</summary>
    public Func<OwnerReference, bool> IsStandIn { get; init; } = static _ => false;

    public ExistingLeadPolicy Of(string field) => options.Fields.TryGetValue(field, out var known) && known.ExistingLeads is { } own ? own : policy;

    /// <summary>Whether the field is one of phone numbers.</summary>
    public bool IsOfPhones(string field) => options.Fields.TryGetValue(field, out var known) && known.Kind == LeadFieldKind.Phone;
}

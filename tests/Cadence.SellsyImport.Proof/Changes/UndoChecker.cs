using Cadence.SellsyImport.Proof.Changes.Stores;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>
/// Explains each difference that an undo made: what the import created is gone, what it changed is as before, and what a person or a later
/// import changed since is kept and named.
/// </summary>
internal sealed class UndoChecker(Model model, Operation operation, KnownImport import, UndoReport? report)
{
    public void Check()
    {
        foreach (var contact in operation.Before.Leads.Keys.Union(operation.After.Leads.Keys).Union(import.Written.Keys).Order(StringComparer.Ordinal).ToList())
        {
            var before = operation.Before.Leads.GetValueOrDefault(contact);
            var after = operation.After.Leads.GetValueOrDefault(contact);
            var isEdited = operation.Edits.TryGetValue(contact, out var edit);
            if (isEdited && after?.JobPosition != edit && !operation.Uncertain.Contains(contact))
            {
                throw Broken("An undo removed an edit of a person", contact, before, after, null);
            }

            if (!isEdited && !operation.Uncertain.Contains(contact))
            {
                CheckLead(contact, before, after);
            }
            else if (import.Written.TryGetValue(contact, out var written))
            {
                model.SetWritten(import.Id, contact, written with { IsUncertain = true });
            }
        }

        foreach (var contact in operation.Before.Leads.Keys.Except(operation.After.Leads.Keys))
        {
            model.Set(contact, null);
        }
    }

    private void CheckLead(string contact, LeadFacts? before, LeadFacts? after)
    {
        var written = import.Written.GetValueOrDefault(contact);
        var lead = model.LeadOf(contact);
        if (written is null or { IsUndone: true } || (written.Before is null && lead.CreatedBy != import.Id && !written.IsUncertain))
        {
            if (before != after)
            {
                throw Broken("An undo changed a lead that is not its own", contact, before, after, written);
            }

            return;
        }

        if (written.IsUncertain || IsAnotherLead(lead, written))
        {
            return;
        }

        var expected = Expected(written, before, lead);
        if (after is not null && expected is not null && IsCompanyEdited(written))
        {
            // The lead shows what a person made of its companies, so that they count as edited.
            expected = expected with
            {
                Company = after.Company == before?.Company ? after.Company : expected.Company,
                OtherCompanies = after.OtherCompanies == before?.OtherCompanies ? after.OtherCompanies : expected.OtherCompanies,
            };
        }

        var isDone = after == expected || (written.MayBeKept && after == before) || IsEitherRight(contact, lead, before, after);
        if (!isDone && (report is not null || before != after))
        {
            throw Broken(
                after is null ? "An undo removed a lead that was changed since" : "An undo left what its import did",
                contact, before, after, written);
        }

        CheckNamed(contact, before, after, written);
        if (isDone && before != after)
        {
            model.SetWritten(import.Id, contact, written with { IsUndone = true });
            model.Touch(contact);
        }
        else if (report is null && before is not null && before == expected)
        {
            model.SetWritten(import.Id, contact, written with { MayBeKept = true });
        }
    }

    private LeadFacts? Expected(WrittenLead written, LeadFacts? before, KnownLead lead) => (written.Before, before) switch
    {
        (_, null) => null,
        (null, _) => lead.EditedAt > 0 || lead.ChangedBy.Any(IsLive) ? before : null,
        (_, _) => LeadFacts.Restored(written.Before, written.After, before),
    };

    private bool IsCompanyEdited(WrittenLead written) =>
        (written.Before?.AllCompanies ?? []).Concat(written.After.AllCompanies).Any(model.State.KeptCompanies.Contains);

    private bool IsLive(string other) => other != import.Id && Model.IsLive(operation.Before, other);

    /// <summary>
    /// Whether a later import that changed the lead is undone in part, so that either answer is right: its batch of the lead may be undone
    /// although the lead kept every value, because another import had changed them since.
    /// </summary>
    private bool IsEitherRight(string contact, KnownLead lead, LeadFacts? before, LeadFacts? after) =>
        (after == before || after is null)
        && lead.EditedAt == 0
        && lead.ChangedBy.Any(other => other != import.Id && operation.Before.Imports.GetValueOrDefault(other)?.State == "undoing"
            && model.State.Imports.GetValueOrDefault(other)?.Written.GetValueOrDefault(contact) is { IsUndone: true } or { IsUncertain: true } or { MayBeKept: true });

    /// <summary>Whether the lead that the import changed was removed, and another one of the same contact came.</summary>
    private bool IsAnotherLead(KnownLead lead, WrittenLead written) => written.Before is not null && !lead.ChangedBy.Contains(import.Id);

    private void CheckNamed(string contact, LeadFacts? before, LeadFacts? after, WrittenLead written)
    {
        if (report is null)
        {
            return;
        }

        var isKept = before is null || (after is not null && (written.Before is null || HasKept(written, after)));
        if (isKept && !report.Exceptions.Any(lead => lead.SellsyContactId == contact))
        {
            throw Broken("An undo kept a lead and does not name it", contact, before, after, written);
        }
    }

    private static bool HasKept(WrittenLead written, LeadFacts after)
    {
        return IsKept(written.Before!.JobPosition, written.After.JobPosition, after.JobPosition) || IsKept(written.Before.Note, written.After.Note, after.Note);

        static bool IsKept(string? before, string? imported, string? now) => before != imported && now != before && now != imported;
    }

    private BrokenPromiseException Broken(string kind, string contact, LeadFacts? before, LeadFacts? after, WrittenLead? written)
    {
        var lead = model.LeadOf(contact);
        return new(
            kind,
            $"{import}, contact {contact}, before the undo {before}, after {after}; the import wrote {written}; "
            + $"created by {lead.CreatedBy}, edited at {lead.EditedAt}, changed by {string.Join(", ", lead.ChangedBy)}");
    }

    /// <summary>After the undo of every import no company is left that nobody uses and nobody edited.</summary>
    public static void CheckCompanies(Model model, StoreContent store)
    {
        var left = store.Companies.Where(company => !company.Value && !model.State.KeptCompanies.Contains(company.Key)).Select(company => company.Key);
        if (left.Order(StringComparer.Ordinal).ToList() is { Count: > 0 } names)
        {
            throw new BrokenPromiseException("Companies are left behind", $"{string.Join(", ", names)} after the undo of {store.Imports.Count} imports");
        }
    }
}

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>
/// Explains each difference that an import made in the store by the rows that were shown and ticked, and remembers it.
/// </summary>
/// <param name="model">What is known.</param>
/// <param name="operation">The call.</param>
/// <param name="shown">What the person saw.</param>
/// <param name="ticked">What the person ticked.</param>
/// <param name="importId">The import that ran; none where the call was refused before one started.</param>
internal sealed class WriteChecker(Model model, Operation operation, ShownPlan shown, RowSelection ticked, string? importId)
{
    private readonly ILookup<string, ShownRow> _writable = shown.Writable(ticked);

    public void Check()
    {
        foreach (var contact in operation.Before.Leads.Keys.Union(operation.After.Leads.Keys).Order(StringComparer.Ordinal))
        {
            var before = operation.Before.Leads.GetValueOrDefault(contact);
            var after = operation.After.Leads.GetValueOrDefault(contact);
            if (operation.Uncertain.Contains(contact))
            {
                Remember(contact, before, after, isUncertain: true);
            }
            else if (operation.Edits.TryGetValue(contact, out var edit))
            {
                CheckEdited(contact, before, after, edit);
            }
            else if (before != after)
            {
                CheckWritten(contact, before, after);
                Remember(contact, before, after, isUncertain: false);
            }
        }
    }

    private void CheckEdited(string contact, LeadFacts? before, LeadFacts? after, string edit)
    {
        if (after?.JobPosition != edit)
        {
            throw Broken("An edit of a person during the import was overwritten", contact, before, after);
        }

        if (before is null)
        {
            CheckWritten(contact, before, after with { JobPosition = Expected(contact).JobPosition });
            Remember(contact, before, after, isUncertain: false);
        }
        else if (after with { JobPosition = before.JobPosition } != before || (_writable.Contains(contact) && WritesJobPosition(contact, before)))
        {
            // Where only the job position was to be written, the edit hides whether it was.
            Remember(contact, before, after, isUncertain: true);
        }
    }

    private void CheckWritten(string contact, LeadFacts? before, LeadFacts? after)
    {
        if (after is null)
        {
            throw Broken("An import removed a lead", contact, before, after);
        }

        if (importId is null)
        {
            throw Broken("A call that was refused wrote a lead", contact, before, after);
        }

        if (model.State.Imports.GetValueOrDefault(importId)?.Written.GetValueOrDefault(contact) is { IsUncertain: false, IsUndone: false } earlier)
        {
            throw Broken($"An import wrote a lead twice, at first {earlier.After}", contact, before, after);
        }

        var expectedStatus = before is null ? RowStatus.Blank : RowStatus.Active;
        if (!_writable[contact].Any(row => row.Status == expectedStatus))
        {
            throw Broken("A lead was written that the preview did not show so", contact, before, after);
        }

        if (before is not null && (shown.Store.Leads.GetValueOrDefault(contact) != before || model.LeadOf(contact).EditedAt > shown.Seen.To))
        {
            throw Broken("An edit of a person since the preview was overwritten", contact, before, after);
        }

        var expected = before?.Under(shown.Policy, Expected(contact)) ?? Expected(contact);
        if (after with { OwnerId = expected.OwnerId } != expected)
        {
            throw Broken($"A lead has other values than the preview showed, {expected}", contact, before, after);
        }

        var first = _writable[contact].First();
        if (after.OwnerId != before?.OwnerId
            && (after.OwnerId != first.Owner!.Id || !operation.WasNamed(first.Owner, first.File.Owner, shown.Decisions)))
        {
            throw Broken("A lead was given to another person than the preview showed", contact, before, after);
        }
    }

    private bool WritesJobPosition(string contact, LeadFacts before) => before.Under(shown.Policy, Expected(contact)).JobPosition != before.JobPosition;

    /// <summary>The rows of the contact as one lead.</summary>
    private LeadFacts Expected(string contact) => _writable[contact]
        .Select(row => row.Facts!)
        .DefaultIfEmpty(new(null, null, null, null, null, ""))
        .Aggregate((first, later) => first.MergedWith(later));

    private void Remember(string contact, LeadFacts? before, LeadFacts? after, bool isUncertain)
    {
        if (after is null || importId is null || (isUncertain ? !_writable.Contains(contact) : before == after))
        {
            return;
        }

        model.SetWritten(importId, contact, new(before, after) { IsUncertain = isUncertain });
        var lead = model.LeadOf(contact);
        model.Set(contact, before is null ? lead with { CreatedBy = importId } : lead with { ChangedBy = lead.ChangedBy.Add(importId) });
    }

    private BrokenPromiseException Broken(string kind, string contact, LeadFacts? before, LeadFacts? after) => new(
        kind.Split(',')[0],
        $"{kind}; contact {contact}, before {before}, after {after}; plan {shown.Number}, {shown.Policy}, rows {string.Join(" and ", _writable[contact])}");
}

using System.Collections.Immutable;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>Compares what a preview shows with the file that it is of, the users and the store.</summary>
internal static class PreviewChecker
{
    /// <summary>The rows as the test remembers them.</summary>
    /// <exception cref="BrokenPromiseException">The preview shows something that is not so.</exception>
    public static ImmutableArray<ShownRow> Check(ShownPlan shown, ImmutableArray<FileRow> file, IReadOnlyList<PreviewRow> rows, Operation operation)
    {
        if (rows.Count != file.Length || shown.Plan.Rows != file.Length)
        {
            throw new BrokenPromiseException(
                "The preview has other rows than its file",
                FormattableString.Invariant($"{rows.Count} rows shown, {shown.Plan.Rows} planned, {file.Length} in the file of plan {shown.Number}"));
        }

        var repeated = file.CountBy(row => row.ContactId).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var seen = ImmutableArray.CreateBuilder<ShownRow>();
        foreach (var (row, cells) in rows.Zip(file))
        {
            CheckFacts(shown, row, cells);
            if (shown.Interrupted is null)
            {
                CheckStatus(shown, row, cells, repeated, operation);
            }

            seen.Add(new(row.Number, row.Status, cells, row.Status == RowStatus.Error ? null : cells.Facts(row.Owner!.Id), row.Owner));
        }

        return seen.DrainToImmutable();
    }

    /// <summary>The rows of an interrupted import that are not written yet are those that were shown when it began.</summary>
    public static void CheckRest(KnownImport import, ImmutableArray<ShownRow> rows, long written)
    {
        foreach (var (before, now) in import.Shown.Rows.Zip(rows).Where(pair => pair.First.Number > written))
        {
            if (before != now)
            {
                throw new BrokenPromiseException(
                    "The preview of an interrupted import does not show its plan",
                    $"row {before.Number} was {before.Status} of {before.Owner}, is {now.Status} of {now.Owner}");
            }
        }
    }

    private static void CheckFacts(ShownPlan shown, PreviewRow row, FileRow cells)
    {
        if (row.Status == RowStatus.Error)
        {
            return;
        }

        var facts = row is { Lead: { } lead, Owner: { } owner }
            ? new LeadFacts(lead.FirstName, lead.LastName, lead.JobPosition, lead.Note, lead.Company?.Name, owner.Id)
            : null;
        if (facts is null || row.Lead!.SellsyContactId != cells.ContactId || facts != cells.Facts(facts.OwnerId) || row.Lead.NamedOwner.Name != cells.Owner)
        {
            throw new BrokenPromiseException(
                "The preview shows another file under its statuses",
                $"row {row.Number} of plan {shown.Number}: {facts} instead of {cells}");
        }
    }

    private static void CheckStatus(ShownPlan shown, PreviewRow row, FileRow cells, HashSet<string> repeated, Operation operation)
    {
        var isNamed = operation.Users.Any(users => CurrentUsers.Named(users, cells.Owner, shown.Decisions) is not null);
        if (row.Status == RowStatus.Error)
        {
            if (isNamed && operation.Users.Count == 1 && cells.FirstName.Length > 0 && !repeated.Contains(cells.ContactId))
            {
                throw new BrokenPromiseException("The preview shows an error without a reason", $"row {row.Number} of plan {shown.Number}: {cells}");
            }

            return;
        }

        if (!operation.WasNamed(row.Owner!, cells.Owner, shown.Decisions))
        {
            throw new BrokenPromiseException(
                "The preview shows an owner whom the file does not name",
                $"row {row.Number} of plan {shown.Number}: {row.Owner}, {cells}");
        }

        var isThere = operation.Before.Leads.ContainsKey(cells.ContactId);
        if (isThere != (row.Status == RowStatus.Active) && !operation.Uncertain.Contains(cells.ContactId))
        {
            throw new BrokenPromiseException("The preview shows a wrong status", $"row {row.Number} of plan {shown.Number} is {row.Status}: {cells}");
        }
    }
}

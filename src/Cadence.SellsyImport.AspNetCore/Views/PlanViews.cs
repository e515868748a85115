using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Cadence.SellsyImport.Preview;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>Shows the counts and the causes of a plan.</summary>
internal sealed class PlanViews
{
    private const string OwnerPrefix = "owner";
    private const string CausePrefix = "cause";
    private const string Differs = "…";

    private static readonly FrozenSet<string> OwnersToDecide = FrozenSet.Create(
        StringComparer.Ordinal,
        IssueCodes.OwnerUnknown,
        IssueCodes.OwnerAmbiguous,
        IssueCodes.OwnerInactive,
        IssueCodes.OwnerDecisionStale,
        IssueCodes.UnknownOwnerDefaulted);

    private static readonly FrozenSet<string> ValuesToReplace = FrozenSet.Create(
        StringComparer.Ordinal,
        IssueCodes.IdNotDigits,
        IssueCodes.ValueTooLong,
        IssueCodes.DigitsLost,
        IssueCodes.SpreadsheetError,
        IssueCodes.LeadingZeroMissing,
        IssueCodes.EmailInvalid,
        IssueCodes.PhoneUnrecognised,
        IssueCodes.DateIsDayNumber,
        IssueCodes.WebAddressInvalid,
        IssueCodes.ConsentInvalid,
        IssueCodes.NumberInvalid,
        IssueCodes.YesNoInvalid,
        IssueCodes.ChoiceUnknown,
        IssueCodes.CompanyNumberInvalid,
        IssueCodes.TextGarbled);

    public PlanView Of(ImportPlan plan, ImportTexts texts, bool isProvisional)
    {
        var users = plan.Owners.ToLookup(owner => owner.Owner, owner => owner.User);
        return new(
            plan.Rows,
            new(plan.Counts.Blank, plan.Counts.Active, plan.Counts.Error, plan.Counts.Excluded),
            [.. plan.PolicyCounts.Select(counts => new PolicyView(counts.Policy.ToString(), texts.Label(counts.Policy), counts.Updated, counts.Unchanged))],
            [.. plan.Causes.Select((cause, place) => CauseOf(cause, place, plan, texts)).Where(cause => cause.Code is not (IssueCodes.CellCorrected or IssueCodes.RowExcluded))],
            [.. plan.RowsByOwner.Select((rows, place) => OwnerOf(rows, place, users[rows.Owner].FirstOrDefault()))],
            [.. plan.Findings.Select(finding => SessionViews.FindingOf(finding, texts))],
            isProvisional);
    }

    /// <summary>The owner with an id of <see cref="OwnerView"/>, or null if the plan has none.</summary>
    public static OwnerReference? OwnerOf(ImportPlan plan, string id) =>
        id.StartsWith(OwnerPrefix, StringComparison.Ordinal)
        && int.TryParse(id.AsSpan(OwnerPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        && place < plan.RowsByOwner.Length
            ? plan.RowsByOwner[place].Owner
            : null;

    /// <summary>The cause with an id of <see cref="CauseView"/>, or null if the plan has none.</summary>
    public static ImportCause? CauseOf(ImportPlan plan, string id) =>
        id.StartsWith(CausePrefix, StringComparison.Ordinal)
        && int.TryParse(id.AsSpan(CausePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        && place < plan.Causes.Length
            ? plan.Causes[place]
            : null;

    /// <summary>
    /// The column of a cause, which knows its heading and its field; null where it is about none, or where several columns of the field have that heading.
    /// </summary>
    public static int? ColumnOf(ImportPlan plan, ImportCause cause)
    {
        if (cause.Column is null)
        {
            return null;
        }

        var columns = plan.Facts.Columns.Where(column => column.Heading == cause.Column).Select(column => column.Index).ToList();
        if (columns.Count > 1)
        {
            columns = [.. plan.Mapping.Assignments.Where(one => one.Field.Name == cause.Field && one.Column?.Heading == cause.Column).Select(one => one.Column!.Index)];
        }

        return columns is [var only] ? only : null;
    }

    private static OwnerView OwnerOf(OwnerRows rows, int place, CadenceUser? user) =>
        new($"{OwnerPrefix}{place}", rows.Owner.Name ?? rows.Owner.SellsyId ?? "", user?.Id, user?.FullName, rows.Rows);

    private static CauseView CauseOf(ImportCause cause, int place, ImportPlan plan, ImportTexts texts)
    {
        return new(
            $"{CausePrefix}{place}",
            cause.Code,
            SessionViews.SeverityOf(cause.Severity),
            texts.IssueTitle(cause.Code),
            TextOf(cause, texts),
            cause.Field,
            ColumnOf(plan, cause),
            cause.Argument,
            cause.Rows,
            cause.FirstRow,
            AnswerOf(cause));
    }

    /// <summary>The text of the issue as all rows have it, with an ellipsis for what differs; nothing where all of it may differ.</summary>
    private static string TextOf(ImportCause cause, ImportTexts texts)
    {
        string With(params ImmutableArray<string> arguments) => texts.IssueText(
            new(cause.Code, cause.Severity) { Field = cause.Field, Column = cause.Column, Arguments = arguments });

        if (cause.Argument is { } argument)
        {
            return cause.Code == IssueCodes.OwnerUnknown ? With(argument) : With(argument, Differs, Differs);
        }

        var text = With();
        return text == With(Differs, Differs, Differs) ? text : "";
    }

    /// <summary>What a person can decide for all rows of the cause, or for those of one text of its cells.</summary>
    private static string? AnswerOf(ImportCause cause) => cause switch
    {
        { Argument: not null } when OwnersToDecide.Contains(cause.Code) => "owner",
        { Code: IssueCodes.MatchUndecided } => "match",
        { Code: IssueCodes.DateInvalid, Field: not null, Column: not null } => "dateOrder",
        { Field: not null, Column: not null } when ValuesToReplace.Contains(cause.Code) => "value",
        _ => null,
    };
}

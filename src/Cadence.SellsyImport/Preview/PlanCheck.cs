using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Validates a plan that was read from bytes against the rules of a preview. It checks what the JSON format cannot ensure, so that no later
/// call receives a plan that a preview could not have made.
/// </summary>
internal static class PlanCheck
{
    private const int HashLength = 7 + 64;
    private const int IdLength = 32;

    /// <exception cref="InvalidDataException">No preview made this.</exception>
    public static void Check(PlanDocument document, PlanVerdicts verdicts)
    {
        ByteReader.Require(document.FileLength >= 0 && verdicts.Positions.All(position => position.ByteOffset <= document.FileLength));
        ByteReader.Require(document.Id.Length == IdLength && IsHexadecimal(document.Id));
        ByteReader.Require(IsHash(document.FileHash) && IsHash(document.SettingsHash));
        ByteReader.Require(Enum.IsDefined(document.RepeatedContacts) && Enum.IsDefined(document.ExistingLeads));
        ByteReader.Require(document.RepeatedContacts == RepeatedContacts.Merge || verdicts.Merged.Count == 0);
        ByteReader.Require(IsFormat(document.Format) && AreIssues(document.Findings));
        ByteReader.Require(IsFacts(document.Facts) && IsMapping(document.Mapping, document.Facts.Columns));
        ByteReader.Require(AreCorrections(document));
        ByteReader.Require(AreRuleIssues(document.RuleIssues, verdicts));
        ByteReader.Require(document.Matches is null or { Rows.IsDefault: false, Decisions: not null } and not { Rows.IsEmpty: true, Decisions.Count: 0, Others: null });
        ByteReader.Require(AreOwners(document.Owners) && AreCounts(document, verdicts));
        ByteReader.Require(AreCauses(document, verdicts.Rows) && IsIndex(document.Index, document.RowsByOwner, verdicts.Rows));
    }

    private static bool IsHash(string text) =>
        text.Length == HashLength && text.StartsWith("sha256:", StringComparison.Ordinal) && IsHexadecimal(text.AsSpan(7));

    private static bool IsHexadecimal(ReadOnlySpan<char> text) => text.IndexOfAnyExcept("0123456789abcdef") < 0;

    private static bool IsFormat(ExportFormat format) =>
        Enum.IsDefined(format.NewLine)
        && Enum.IsDefined(format.Family)
        && format.HeadingLines.First <= format.HeadingLines.Last
        && AreIssues(format.Findings);

    private static bool AreIssues(ImmutableArray<ImportIssue> issues) => AreAll(
        issues,
        issue => Enum.IsDefined(issue.Severity) && issue.Row >= 0 && AreAll(issue.Arguments, _ => true));

    private static bool AreCorrections(PlanDocument document)
    {
        var (cells, values, rows) = document.Corrections;

        // One of a row or a column that the file does not have, such as those made on a longer file, has no effect in the preview either.
        return AreAll(cells, cell => cell.Row >= 1 && cell.Column >= 0)
            && AreAll(values, value => value.Column >= 0)
            && !rows.IsDefault
            && rows.All(row => row >= 1);
    }

    private static bool AreRuleIssues(ImmutableArray<ImportIssue> issues, PlanVerdicts verdicts) =>
        AreIssues(issues)
        && issues.All(issue => issue.Row >= 1 && issue.Row <= verdicts.Rows && issue.Code.Length > 0)
        && issues.All(issue => issue.Severity != IssueSeverity.Error || verdicts.StatusOf(issue.Row) == RowStatus.Error)
        && issues.Zip(issues.Skip(1)).All(pair => pair.First.Row <= pair.Second.Row);

    private static bool IsFacts(FactsDocument facts) =>
        AreAll(facts.Columns, _ => true)
        && facts.Columns.Select(column => column.Index).SequenceEqual(Enumerable.Range(0, facts.Columns.Length))
        && !facts.Owners.IsDefault
        && AreAll(facts.OwnersWithComma, text => text.Contains(',', StringComparison.Ordinal))
        && facts.ReferenceYear is >= 1 and <= 9999
        && facts.DateColumns.All(date => date.Key >= 0 && date.Key < facts.Columns.Length && IsDateColumn(date.Value))
        && IsCompanies(facts.Companies);

    private static bool IsDateColumn(DateColumnFacts? facts) =>
        facts is { RulesOutDayFirst: >= 0, RulesOutMonthFirst: >= 0, Undecided: >= 0 } && Enum.IsDefined(facts.Order);

    private static bool IsCompanies(CompanyFactsDocument companies) =>
        companies.CellsWithOneId.All(cell => cell is not null)
        && companies.RowsByCommaCell.All(cell => cell.Key.Contains(',', StringComparison.Ordinal) && cell.Value > 0)
        && companies.NeverAlone.All(name => name is not null && companies.FirstIdByName.ContainsKey(name));

    private static bool IsMapping(ImmutableArray<AssignmentDocument> mapping, ImmutableArray<ExportColumn> columns) => AreAll(
        mapping,
        assignment => Enum.IsDefined(assignment.Evidence)
            && Enum.IsDefined(assignment.Field.Kind)
            && AreAll(assignment.Field.Aliases, _ => true)
            && AreAll(assignment.Field.Choices, _ => true)
            && assignment.Field.Choices.IsEmpty == (assignment.Field.Kind != LeadFieldKind.Choice)
            && AreDecisions(assignment)
            && (assignment.Column is null) != (assignment.Constant is null)
            && (assignment.Constant is null || !assignment.Field.Equals(LeadFields.SellsyContactId))
            && (assignment.Column is not { } column || (column.Index >= 0 && column.Index < columns.Length && columns[column.Index] == column)))
        && mapping.GroupBy(assignment => assignment.Field).All(field => field.Count() == 1 || (field.Key.TakesSeveralColumns && field.All(assignment => assignment.Column is not null)))
        && mapping.Where(assignment => assignment.Column is not null).DistinctBy(assignment => assignment.Column).Count()
            == mapping.Count(assignment => assignment.Column is not null);

    private static bool AreDecisions(AssignmentDocument assignment) => AreAll(assignment.Values, decision => decision is { Text: not null, Value: not null })
        && (assignment.Values.IsEmpty || assignment.Column is not null)
        && assignment.Values.Select(decision => decision.Text).SequenceEqual(assignment.Values.Select(decision => decision.Text).Distinct().Order(StringComparer.Ordinal));

    private static bool AreOwners(ImmutableArray<OwnerResolution> owners) => AreAll(
        owners,
        owner => Enum.IsDefined(owner.Kind)
            && (owner.Kind == OwnerResolutionKind.Found) == (owner.User is not null)
            && (!owner.IsDefault || owner.User is not null)
            && AreAll(owner.Candidates, _ => true))
        && owners.DistinctBy(owner => owner.Owner).Count() == owners.Length;

    /// <summary>What the verdicts say themselves is counted again.</summary>
    private static bool AreCounts(PlanDocument document, PlanVerdicts verdicts) =>
        document.Counts == verdicts.CountStatuses()
        && !document.PolicyCounts.IsDefault
        && document.PolicyCounts.SequenceEqual(PolicyTally.Of(verdicts, canChangeLeads: document.PolicyCounts.Length > 1))
        && document.PolicyCounts.Any(counts => counts.Policy == document.ExistingLeads)
        && AreAll(document.Issues, issue => Enum.IsDefined(issue.Severity) && issue.Count > 0);

    private static bool AreCauses(PlanDocument document, long rows) =>
        AreAll(document.Causes, cause => Enum.IsDefined(cause.Severity) && AreRows(cause.Rows, cause.FirstRow, rows))
        && document.Causes.Length <= ImportPlan.MostCauses
        && (document.CausesLeftOut == 0 || (document.CausesLeftOut > 0 && document.Causes.Length == ImportPlan.MostCauses))
        && document.Causes.Zip(document.Causes.Skip(1)).All(pair => pair.First.Rows >= pair.Second.Rows)
        && AreAll(document.RowsByOwner, owner => !owner.Owner.IsNone && AreRows(owner.Rows, owner.FirstRow, rows))
        && document.RowsByOwner.DistinctBy(owner => owner.Owner).Count() == document.RowsByOwner.Length
        && document.RowsByOwner.Zip(document.RowsByOwner.Skip(1)).All(pair => pair.First.Rows >= pair.Second.Rows);

    private static bool AreRows(long count, long first, long rows) => count >= 1 && first >= 1 && first <= rows && count <= rows - first + 1;

    private static bool IsIndex(RowIndex index, ImmutableArray<OwnerRows> owners, long rows) =>
        AreAll(index.Issues, issue => RowListReader.IsSound(issue.Rows, rows))
        && index.Issues.DistinctBy(issue => (issue.Code, issue.Field)).Count() == index.Issues.Length
        && AreAll(index.Owners, owner => RowListReader.IsSound(owner, rows))
        && (index.Owners.IsEmpty || index.Owners.Length == owners.Length);

    private static bool AreAll<T>(ImmutableArray<T> items, Func<T, bool> isSound)
        where T : class =>
        !items.IsDefault && items.All(item => item is not null && isSound(item));
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport;

/// <summary>
/// The verdict on every row of one file under one mapping, bound by hashes to file, mapping, owners and settings. The person sees and ticks
/// it, and the write obeys it. Immutable and thread-safe. It holds one byte per row, eight more per row whose contact is in Cadence already,
/// and 32 for every 65,536 bytes of the file. The rows themselves are read again from the file.
/// </summary>
public sealed class ImportPlan
{
    internal const int MostCauses = 1_000;

    private readonly PlanVerdicts _verdicts;

    internal ImportPlan(PlanVerdicts verdicts, BlockHashes blocks) => (_verdicts, Blocks) = (verdicts, blocks);

    [SetsRequiredMembers]
    private ImportPlan(ImportPlan plan)
        : this(plan._verdicts, plan.Blocks)
    {
        Id = plan.Id;
        FileName = plan.FileName;
        FileHash = plan.FileHash;
        FileLength = plan.FileLength;
        Format = plan.Format;
        SellsyAccount = plan.SellsyAccount;
        Mapping = plan.Mapping;
        Overrides = plan.Overrides;
        Facts = plan.Facts;
        RepeatedContacts = plan.RepeatedContacts;
        Owners = plan.Owners;
        Decisions = plan.Decisions;
        Corrections = plan.Corrections;
        SettingsHash = plan.SettingsHash;
        Counts = plan.Counts;
        PolicyCounts = plan.PolicyCounts;
        Issues = plan.Issues;
        Causes = plan.Causes;
        CausesLeftOut = plan.CausesLeftOut;
        RowsByOwner = plan.RowsByOwner;
        Index = plan.Index;
        Findings = plan.Findings;
        RuleIssues = plan.RuleIssues;
        Matches = plan.Matches;
        ExistingLeads = plan.ExistingLeads;
    }

    /// <summary>
    /// Tells this preview from every other, also from one of the same file with the same verdicts: 32 hexadecimal digits. The same plan twice is
    /// one import.
    /// </summary>
    internal string Id { get; init; } = "";

    /// <summary>The name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>
    /// The hash of the file's bytes: <c>sha256:</c> and 64 hexadecimal digits. It is the SHA-256 of the length (8 bytes, lowest first) and of
    /// the SHA-256 of each block of 65,536 bytes. It therefore differs from the SHA-256 of the whole file.
    /// </summary>
    public required string FileHash { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public required long FileLength { get; init; }

    /// <summary>What was found out about the bytes of the file.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>The Sellsy account that the contacts are of: see <see cref="SellsyImportOptions.SellsyAccount"/>.</summary>
    /// <value>Default: empty, for a host with one account.</value>
    public string SellsyAccount { get; init; } = "";

    /// <summary>The mapping under which the rows were validated.</summary>
    public required FieldMapping Mapping { get; init; }

    /// <summary>What a person chose about the reading of the file. Every later reading of the file obeys it.</summary>
    /// <value>Default: <see cref="ReadingOverrides.None"/>.</value>
    public ReadingOverrides Overrides { get; init; } = ReadingOverrides.None;

    /// <summary>What the whole file says about its columns.</summary>
    public required ExportFacts Facts { get; init; }

    /// <summary>What becomes of a contact that stands on several rows.</summary>
    public required RepeatedContacts RepeatedContacts { get; init; }

    /// <summary>The answer for every distinct owner of the file, and for none if a person decided on a user for blank owners.</summary>
    public required ImmutableArray<OwnerResolution> Owners { get; init; }

    /// <summary>
    /// The decisions under which the owners were resolved. The write asks the resolver again under the same decisions, and refuses the rows of
    /// an owner that has become another user.
    /// </summary>
    public required OwnerDecisions Decisions { get; init; }

    /// <summary>What a person corrected in the file before the preview; every later reading of the rows applies it.</summary>
    public required Corrections Corrections { get; init; }

    /// <summary>What a person decided about contacts that the host's <see cref="ILeadMatcher"/> matched to existing leads.</summary>
    public MatchDecisions MatchDecisions => Matches.Decisions;

    /// <summary>
    /// The hash of the fields, limits and rules under which the rows were validated: <c>sha256:</c> and 64 hexadecimal digits. A host with others
    /// refuses the plan.
    /// </summary>
    public required string SettingsHash { get; init; }

    /// <summary>How many rows have which status.</summary>
    public required StatusCounts Counts { get; init; }

    /// <summary>
    /// What each policy would do with the rows whose contact is in Cadence already. If the store cannot change leads, this holds only
    /// <see cref="ExistingLeadPolicy.Skip"/>.
    /// </summary>
    public required ImmutableArray<PolicyCounts> PolicyCounts { get; init; }

    /// <summary>How many rows have which issue, errors first, then by count and code.</summary>
    public required ImmutableArray<IssueCount> Issues { get; init; }

    /// <summary>
    /// Why rows have issues: code, field, column and what they have in common, such as the name of an unknown owner. The 1,000 causes of most rows,
    /// those first.
    /// </summary>
    public required ImmutableArray<ImportCause> Causes { get; init; }

    /// <summary>How many more causes there are than <see cref="Causes"/> lists.</summary>
    public required long CausesLeftOut { get; init; }

    /// <summary>How many rows name each owner of the file, those of most rows first.</summary>
    public required ImmutableArray<OwnerRows> RowsByOwner { get; init; }

    /// <summary>What was remarkable about the file as a whole: its format and its columns.</summary>
    public required ImmutableArray<ImportIssue> Findings { get; init; }

    /// <summary>What becomes of a row whose contact is in Cadence already.</summary>
    /// <value>Default: <see cref="SellsyImportOptions.ExistingLeads"/>; see <see cref="WithExistingLeads"/>.</value>
    public required ExistingLeadPolicy ExistingLeads { get; init; }

    /// <summary>
    /// The interrupted import of this file to which this plan belongs. <see cref="ISellsyImporter.AddAsync"/> continues it. Its policy and
    /// its ticked rows are fixed.
    /// </summary>
    /// <value>Default: <see langword="null"/>, also in a plan that was loaded: this plan starts an import of its own.</value>
    public InterruptedImport? Interrupted { get; private init; }

    /// <summary>
    /// The hash of the answers for the owners, and of the users for blank and unknown ones: <c>sha256:</c> and 64 hexadecimal digits.
    /// </summary>
    public string OwnersHash => field ??= PlanHashes.OfOwners(Owners, Decisions);

    /// <summary>The number of rows.</summary>
    public long Rows => _verdicts.Rows;

    internal PlanVerdicts Verdicts => _verdicts;

    /// <summary>Where the rows of an issue or an owner are, for <see cref="RowQuery"/>.</summary>
    internal RowIndex Index { get; init; } = RowIndex.None;

    /// <summary>What becomes of each field of a lead that is there.</summary>
    internal FieldPolicies PoliciesOf(SellsyImportOptions options) =>
        new(ExistingLeads, options) { IsStandIn = new OwnerCache(Decisions, SellsyAccount, Owners).IsStandIn };

    /// <summary>What the rules of the host said about rows.</summary>
    internal RuleIssues RuleIssues { get; init; } = RuleIssues.None;

    /// <summary>The rows that are matched to existing leads.</summary>
    internal LeadMatches Matches { get; init; } = LeadMatches.None;

    /// <summary>The hashes of the blocks of the file, with which every later reading is compared.</summary>
    internal BlockHashes Blocks { get; }

    /// <summary>What became of the rows that the interrupted import has written.</summary>
    internal RowOutcomes? Written { get; private init; }

    /// <summary>The causes of a tally that a plan lists.</summary>
    /// <param name="issues">The issues.</param>
    /// <param name="left">How many more there are.</param>
    internal static ImmutableArray<ImportCause> CausesOf(IssueTally issues, out long left) =>
    [
        .. issues.ToCauses(MostCauses, out left)
            .Select(cause => new ImportCause(
                cause.Key.Code, cause.Key.Severity, cause.Key.Field, cause.Key.Column, cause.Key.Argument, cause.Rows, cause.FirstRow)),
    ];

    /// <summary>
    /// The existing lead that a row was matched to, whatever was decided about it: what <see cref="MatchDecisions"/> needs for a decision on the row.
    /// </summary>
    /// <param name="row">The one-based number of the row.</param>
    /// <returns>The match, or <see langword="null"/> if the row has none.</returns>
    public LeadMatch? MatchOf(long row) => Matches.Find(row);

    /// <summary>The same plan under another policy for existing leads. The verdicts hold for every policy, so that nothing is read again.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="SellsyImportException">
    /// The store cannot change leads: <see cref="ErrorCodes.StoreCannot"/>; or the plan is that of an interrupted import with another policy:
    /// <see cref="ErrorCodes.ImportInterrupted"/>.
    /// </exception>
    public ImportPlan WithExistingLeads(ExistingLeadPolicy policy)
    {
        if (!PolicyCounts.Any(counts => counts.Policy == policy))
        {
            throw new SellsyImportException(ErrorCodes.StoreCannot, policy.ToString(), nameof(ILeadUpdater));
        }

        if (Interrupted is not { } interrupted)
        {
            return new(this) { ExistingLeads = policy };
        }

        return policy == ExistingLeads ? this : throw interrupted.Refusal();
    }

    /// <summary>The same plan as that of an import which was interrupted.</summary>
    /// <param name="interrupted">The import.</param>
    /// <param name="written">What became of the rows that it has written.</param>
    internal ImportPlan Of(InterruptedImport interrupted, RowOutcomes written) => new(this) { Interrupted = interrupted, Written = written };

    /// <summary>The same plan without what it held of a person.</summary>
    internal ImportPlan With(Corrections corrections, RuleIssues ruleIssues, LeadMatches matches) =>
        new(this) { Corrections = corrections, RuleIssues = ruleIssues, Matches = matches };

    /// <summary>
    /// Saves the plan, so that another process can load and apply it. The bytes hold names of owners and companies, and no other value of a
    /// person. Of a plan that shows an interrupted import, the plan of that import is saved.
    /// </summary>
    /// <param name="destination">Where the plan is written; it stays open.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>A task that ends when the plan is written.</returns>
    public async Task SaveAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        await destination.WriteAsync(PlanFile.Write(this, RowSelection.All), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Loads a saved plan.</summary>
    /// <param name="source">The bytes of the plan, and nothing after them; it stays open.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="SellsyImportException">
    /// The bytes are no plan or damaged: <see cref="ErrorCodes.PlanUnreadable"/>; or of another version of this library:
    /// <see cref="ErrorCodes.PlanOfAnotherVersion"/>.
    /// </exception>
    public static async Task<ImportPlan> LoadAsync(Stream source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return (await PlanFile.ReadAsync(source, cancellationToken).ConfigureAwait(false)).Plan;
    }

    /// <inheritdoc cref="PlanVerdicts.PositionBefore"/>
    internal RowPosition PositionBefore(long row) => _verdicts.PositionBefore(row);

    /// <summary>
    /// Where to go on reading after the rows that are written: near the next one, or near the first row of a lead that rows on both sides make.
    /// </summary>
    internal RowPosition PositionToResume(RowPosition next)
    {
        var heldFrom = _verdicts.Merged
            .Where(merged => merged.Key < next.Number && merged.Value[^1] >= next.Number)
            .Select(merged => merged.Key)
            .DefaultIfEmpty(next.Number)
            .Min();
        return PositionBefore(heldFrom);
    }

    /// <summary>The status of a row.</summary>
    /// <param name="row">The one-based number of the row.</param>
    /// <returns>Blank, active or error.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The file has no such row.</exception>
    public RowStatus StatusOf(long row) => _verdicts.StatusOf(row);
}

using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class SeamContractTests
{
    private const string Headings = "ID Sellsy;Prénom;Nom;Propriétaire\r\n";
    private const string WholeUser = "something else found, users with an id and names expected";
    private const string LeadsAskedFor = "something else found, what was asked for, each at most once expected";

    private static readonly ImportSource Two = ImportHost.Source(Headings + "1;Anne;Petit;Marie Durand\r\n2;Luc;Grand;Marie Durand\r\n");

    private readonly InMemoryLedgerSink _store = new();

    [Theory]
    [InlineData((LeadEntryOutcome)42, "LeadEntryOutcome 42 found, one of Added, AlreadyPresent, Updated, ChangedMeanwhile, Vanished, OwnerChanged, Refused expected")]
    [InlineData(LeadEntryOutcome.Updated, "Updated for a lead to be added found, Added or AlreadyPresent expected")]
    [InlineData(LeadEntryOutcome.Vanished, "Vanished for a lead to be added found, Added or AlreadyPresent expected")]
    public async Task An_outcome_that_a_new_lead_cannot_have_is_refused(LeadEntryOutcome outcome, string expected)
    {
        using var ledger = new ImportHost(sink: new BentLedger(_store) { Outcomes = answer => answer.SetItem(1, outcome) });
        await BrokenAsync(nameof(IImportLedger), expected, () => ledger.ImportAsync(Two));

        using var bare = new ImportHost(sink: new BareSink(new InMemoryLeadSink()) { Outcomes = [LeadEntryOutcome.Added, outcome] });
        await BrokenAsync(nameof(ILeadSink), expected, () => bare.ImportAsync(Two));
    }

    [Fact]
    public async Task A_ledger_that_answers_nothing_is_refused()
    {
        using var host = new ImportHost(sink: new BentLedger(_store) { Outcomes = _ => default });

        await BrokenAsync(nameof(IImportLedger), "0 answers of the batch found, 2 answers of the batch expected", () => host.ImportAsync(Two));
    }

    [Fact]
    public async Task An_outcome_that_a_changed_lead_cannot_have_is_refused()
    {
        using var first = new ImportHost(sink: _store);
        await first.ImportAsync(Two);
        using var host = new ImportHost(
            options => options.ExistingLeads = ExistingLeadPolicy.Overwrite,
            sink: new BentLedger(_store) { Outcomes = answer => [.. answer.Select(_ => LeadEntryOutcome.Added)] });

        await BrokenAsync(
            nameof(IImportLedger),
            "Added for a lead to be changed found, Updated, ChangedMeanwhile or Vanished expected",
            () => host.ImportAsync(ImportHost.Source(Headings + "1;Anne;Autre;Marie Durand\r\n")));
    }

    [Fact]
    public async Task Leads_that_were_not_asked_for_or_are_given_twice_or_are_null_are_refused()
    {
        using var first = new ImportHost(sink: _store);
        await first.ImportAsync(Two);
        var stranger = _store.Leads[0] with { Lead = _store.Leads[0].Lead with { SellsyContactId = "9" } };
        foreach (var (bend, expected) in new (Func<ImmutableArray<LeadVersion>, ImmutableArray<LeadVersion>>, string)[]
            {
                (answer => answer.Add(answer[0]), LeadsAskedFor),
                (answer => answer.Add(stranger), LeadsAskedFor),
                (answer => answer.SetItem(0, answer[0] with { Owner = null! }), LeadsAskedFor),
                (answer => answer.Add(null!), "something else found, a list without null expected"),
                (_ => default, "something else found, a list without null expected"),
            })
        {
            var ledger = new BentLedger(_store);
            using var host = new ImportHost(sink: ledger);
            var plan = await host.PreviewAsync(Two);
            ledger.Leads = bend;

            await BrokenAsync(nameof(ILeadReader), expected, () => host.PreviewAsync(Two));
            await BrokenAsync(nameof(ILeadReader), expected, () => host.Importer.ReadPreviewAsync(Two, plan).ToListAsync(ImportHost.Cancellation).AsTask());
        }
    }

    [Fact]
    public async Task Existing_leads_that_were_not_asked_for_or_are_given_twice_or_are_null_are_refused()
    {
        foreach (var (existing, expected) in new (ImmutableArray<ExistingLead>, string)[]
            {
                ([new("1"), new("1")], LeadsAskedFor),
                ([new("9")], LeadsAskedFor),
                ([null!], "something else found, a list without null expected"),
            })
        {
            using var host = new ImportHost(sink: new BareSink(new InMemoryLeadSink()) { Existing = existing });
            await BrokenAsync(nameof(ILeadSink), expected, () => host.PreviewAsync(Two));
        }
    }

    [Fact]
    public async Task Stored_batches_that_cannot_be_are_refused_before_anything_is_written()
    {
        var source = ImportHost.Source(Headings + string.Concat(Enumerable.Range(1, 30).Select(id => $"{id};Anne;Petit;Marie Durand\r\n")));
        using (var first = Host(new FaultInjectingLedgerSink(_store, callNumber: 6)))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => first.ImportAsync(source));
        }

        Assert.Equal(20, _store.Leads.Count);
        const string Refusals = "something else found, refusals of rows that it has, each once expected";
        foreach (var (bend, expected) in new (Func<StoredBatch, StoredBatch>, string)[]
            {
                (batch => batch with { RowOutcomes = new byte[] { 9 } }, "RowOutcome 9 found, one of Skipped, Added, Updated, Unchanged, Error expected"),
                (batch => batch with { RowOutcomes = new byte[31] }, "something else found, the rows of the plan and no more expected"),
                (batch => batch with { FirstRow = batch.FirstRow + 1 }, "something else found, the rows of its batches without a gap expected"),
                (batch => batch with { RowOutcomes = new byte[10], Refused = [new(1, LeadEntryOutcome.Added)] }, Refusals),
                (batch => batch with { Refused = [new(99, LeadEntryOutcome.Vanished)] }, Refusals),
                (batch => batch with { Refused = [new(1, LeadEntryOutcome.Vanished), new(1, LeadEntryOutcome.Vanished)] }, Refusals),
            })
        {
            using var host = Host(new BentLedger(_store) { Batches = bend });
            await BrokenAsync(nameof(IImportLedger), expected, () => host.ImportAsync(source));
        }

        using var lost = Host(new BentLedger(_store) { Imports = import => import with { Next = null } });
        await BrokenAsync(nameof(IImportLedger), "something else found, the place after its last batch expected", () => lost.ImportAsync(source));
        Assert.Equal(20, _store.Leads.Count);
    }

    [Fact]
    public async Task A_state_that_is_not_known_is_refused()
    {
        using var first = new ImportHost(sink: _store);
        var id = (await first.ImportAsync(Two)).Import.ImportId;
        using var host = new ImportHost(sink: new BentLedger(_store) { Imports = import => import with { State = (ImportState)7 } });
        const string Expected = "ImportState 7 found, one of Running, Interrupted, Finished, Undoing, Undone, Ended expected";

        await BrokenAsync(nameof(IImportLedger), Expected, () => host.History.ReadAsync().ToListAsync(ImportHost.Cancellation).AsTask());
        await BrokenAsync(nameof(IImportLedger), Expected, () => host.History.ResumeAsync(id, Two));
        await BrokenAsync(nameof(IImportLedger), Expected, () => host.History.UndoAsync(id));
        await BrokenAsync(nameof(IImportLedger), Expected, () => host.ImportAsync(Two));
    }

    [Fact]
    public async Task What_an_undo_cannot_be_is_refused()
    {
        using var first = new ImportHost(sink: _store);
        var id = (await first.ImportAsync(Two)).Import.ImportId;
        UndoableBatch? kept = null;
        foreach (var (ledger, expected) in new (BentLedger, string)[]
            {
                (new(_store) { Undoable = batch => batch! with { Leads = [null!] } }, "something else found, a list without null expected"),
                (new(_store) { Undoable = batch => batch! with { ImportId = "x" } }, "something else found, the batches of the import from the last to the first expected"),
                (
                    new(_store) { Undoable = batch => batch! with { Leads = [.. batch.Leads.Select(lead => lead with { Before = lead.Current })] } },
                    "something else found, a lead before and after its change, or neither expected"),
                (new(_store) { Undoable = batch => kept ??= batch }, "something else found, the batches of the import from the last to the first expected"),
                (new(_store) { Undone = entry => entry with { Outcome = (UndoOutcome)5 } }, "UndoOutcome 5 found, one of Removed, Restored, Kept, Vanished, Forgotten expected"),
            })
        {
            using var host = new ImportHost(sink: ledger);
            await BrokenAsync(nameof(IUndoLedger), expected, () => host.History.UndoAsync(id));
        }
    }

    [Fact]
    public async Task Answers_of_a_resolver_that_cannot_be_are_refused()
    {
        var three = ImportHost.Source(Headings + "1;Anne;Petit;Marie Durand\r\n2;Luc;Grand;Hélène Brûlé\r\n");
        foreach (var (bend, expected) in new (Func<ImmutableArray<OwnerResolution>, ImmutableArray<OwnerResolution>>, string)[]
            {
                (answers => [answers[1], answers[0]], "something else found, the answers in the order of the owners expected"),
                (answers => answers.SetItem(0, null!), "something else found, the answers in the order of the owners expected"),
                (
                    answers => answers.SetItem(0, answers[0] with { Kind = (OwnerResolutionKind)9 }),
                    $"OwnerResolutionKind 9 found, one of {string.Join(", ", Enum.GetNames<OwnerResolutionKind>())} expected"),
                (answers => answers.SetItem(0, answers[0] with { Candidates = [null!] }), "something else found, a list without null expected"),
                (answers => answers.SetItem(0, answers[0] with { User = ImportHost.Marie with { Id = " " } }), WholeUser),
                (answers => answers.SetItem(0, answers[0] with { User = ImportHost.Marie with { LastName = null! } }), WholeUser),
                (answers => answers.SetItem(0, answers[0] with { Candidates = [ImportHost.Marie with { Id = null! }] }), WholeUser),
            })
        {
            using var host = new ImportHost(register: services => services.AddSingleton<IOwnerResolver>(new BentResolver(bend)));
            await BrokenAsync(nameof(IOwnerResolver), expected, () => host.PreviewAsync(three));
        }
    }

    [Fact]
    public async Task Users_without_an_id_or_a_name_are_refused()
    {
        foreach (var user in new[] { ImportHost.Marie with { Id = null! }, ImportHost.Marie with { Id = "" }, ImportHost.Marie with { FirstName = null! } })
        {
            using var host = new ImportHost(users: new FixedUserProvider(user));
            await BrokenAsync(nameof(ICadenceUserProvider), WholeUser, () => host.PreviewAsync(Two));
        }
    }

    [Fact]
    public async Task Answers_of_a_mapper_that_cannot_be_are_refused()
    {
        foreach (var (bend, expected) in new (Func<MappedRow, MappedRow>, string)[]
            {
                (mapped => mapped with { Lead = mapped.Lead! with { SellsyContactId = "" } }, "something else found, a lead with the id of its contact expected"),
                (mapped => mapped with { Lead = mapped.Lead! with { SellsyContactId = null! } }, "something else found, a lead with the id of its contact expected"),
                (mapped => mapped with { Lead = null }, "something else found, a lead with an owner, or an error expected"),
                (mapped => mapped with { Issues = [new(null!, IssueSeverity.Warning)] }, "something else found, issues with a code and texts expected"),
                (mapped => mapped with { Issues = [new("Own", IssueSeverity.Warning) { Arguments = [null!] }] }, "something else found, issues with a code and texts expected"),
            })
        {
            using var host = new ImportHost(register: services => services.AddSingleton<IFieldMapper>(new BentMapper(bend)));
            await BrokenAsync(nameof(IFieldMapper), expected, () => host.PreviewAsync(Two));
        }
    }

    [Fact]
    public async Task A_mapper_that_names_no_owner_and_an_account_of_its_own_gives_an_error_of_the_row_and_the_account_of_the_plan()
    {
        var store = new InMemoryLedgerSink();
        using var host = new ImportHost(
            sink: store,
            register: services => services.AddSingleton<IFieldMapper>(new BentMapper(mapped => mapped with
            {
                Lead = mapped.Lead! with { SellsyAccount = "zz" },
                Owner = mapped.Lead.FirstName == "Luc" ? default : mapped.Owner,
            })));

        var plan = await host.PreviewAsync(Two);
        var chosen = await host.PreviewAsync(Two, decisions: OwnerDecisions.None.ForBlank("u2"));
        var report = await host.Importer.AddAsync(Two, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new StatusCounts(1, 0, 1), plan.Counts);
        Assert.Equal((IssueCodes.MandatoryBlank, 1), (Assert.Single(plan.Issues).Code, plan.Issues[0].Count));
        Assert.Equal(new StatusCounts(2, 0, 0), chosen.Counts);
        Assert.Equal((1, 1), (report.Counts.Added, report.Counts.Errors));
        Assert.Equal("", Assert.Single(store.Leads).Lead.SellsyAccount);
        Assert.Equal(new StatusCounts(0, 1, 1), (await host.PreviewAsync(Two)).Counts);
    }

    private static ImportHost Host(ILeadSink sink) => new(options => options.BatchSize = 10, sink: sink);

    private static async Task BrokenAsync(string seam, string expected, Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<SellsyImportException>(call);
        Assert.Equal($"{seam} breaks its contract: {expected}. Correct the implementation that is registered.", exception.Message);
    }

    private sealed class BentMapper(Func<MappedRow, MappedRow> bend) : IFieldMapper
    {
        private readonly FieldMapper _mapper = new(Options.Create(new SellsyImportOptions()));

        public MappingSuggestion Suggest(ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample) => _mapper.Suggest(columns, sample);

        public MappedRow Map(SellsyRow row, FieldMapping mapping, ExportFacts facts) => bend(_mapper.Map(row, mapping, facts));
    }

    private sealed class BentResolver(Func<ImmutableArray<OwnerResolution>, ImmutableArray<OwnerResolution>> bend) : IOwnerResolver
    {
        public ValueTask<ImmutableArray<OwnerResolution>> ResolveAsync(ImmutableArray<OwnerRequest> requests, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(bend([.. requests.Select(request => OwnerResolution.Found(request.Owner, ImportHost.Marie))]));
    }
}

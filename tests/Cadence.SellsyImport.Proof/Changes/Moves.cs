using Cadence.SellsyImport.Proof.Changes.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>What a person does with the product: preview, add, resume, end, undo. After each call the store is read and checked.</summary>
internal sealed class Moves(World world, WorldChanges changes)
{
    private readonly Model _model = world.Model;
    private readonly List<ShownPlan> _plans = [];
    private int _numbers;
    private int _refusedAsRunning;

    /// <summary>Whether the calls are disturbed.</summary>
    public bool IsDisturbed { get; set; } = true;

    public async Task PreviewAsync()
    {
        var again = _plans.Count > 0 && world.Chance(2) ? _plans[^1] : null;
        var file = again?.File ?? world.Pick(world.Files);
        var policy = again?.Policy ?? world.Pick(Enum.GetValues<ExistingLeadPolicy>());
        var decisions = again?.Decisions ?? SomeDecisions();
        var number = ++_numbers;
        var decided = string.Concat(decisions.All.Select(pair => $", {pair.Key} is {pair.Value}"));
        var operation = world.Begin(file);
        var from = _model.Tick();
        var version = file.Hash;
        var plan = await CallAsync(operation, 6, $"preview {number} of {Path.GetFileName(file.Path)}, {policy}{decided}", async call =>
        {
            var overview = await call.Importer.OpenAsync(file.Source, call.Cancellation).ConfigureAwait(false);
            return await call.Importer.PreviewAsync(file.Source, overview.Suggestion.Mapping, decisions, call.Progress, call.Cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false);
        if (plan is null)
        {
            CheckUnchanged(operation);
            return;
        }

        var interrupted = FutureApi.InterruptedImport(plan) is { } id ? _model.State.Imports[id] : null;
        plan = interrupted is null ? plan.WithExistingLeads(policy) : plan;
        plan = world.Chance(3) && interrupted is null ? await SavedAndLoadedAsync(plan).ConfigureAwait(false) : plan;
        var shown = new ShownPlan
        {
            Number = number,
            Plan = plan,
            File = file,
            Version = version,
            Decisions = interrupted?.Shown.Decisions ?? decisions,
            Seen = interrupted?.Shown.Seen ?? (from, _model.Tick()),
            Operation = interrupted?.Shown.Operation ?? operation,
            Interrupted = interrupted,
        };
        CheckUnchanged(operation);
        await ShowAsync(shown).ConfigureAwait(false);
        if (interrupted is not null && !shown.Rows.IsEmpty)
        {
            PreviewChecker.CheckRest(interrupted, shown.Rows, operation.After.Imports[interrupted.Id].Counts.Read);
            shown.Rows = interrupted.Shown.Rows;
        }

        _plans.Add(shown);
    }

    /// <summary>Looks at the pages of an older plan again, whose file may be another by now.</summary>
    public async Task LookAgainAsync()
    {
        if (_plans.Where(plan => !plan.Rows.IsEmpty && plan.Interrupted is null).ToList() is not { Count: > 0 } plans)
        {
            return;
        }

        var shown = world.Pick(plans);
        world.Log($"look again at plan {shown.Number}");
        var before = shown.Rows;
        await ShowAsync(shown).ConfigureAwait(false);
        if (!before.SequenceEqual(shown.Rows))
        {
            throw new BrokenPromiseException("The pages of a plan change", $"plan {shown.Number}");
        }
    }

    public async Task AddAsync()
    {
        if (_plans.Count == 0)
        {
            return;
        }

        var shown = world.Chance(4) ? world.Pick(_plans) : _plans[^1];
        if (shown.Rows.IsEmpty && shown.File.Hash == shown.Version)
        {
            await ShowAsync(shown).ConfigureAwait(false);
        }

        var ticked = shown.Interrupted?.Ticked ?? (world.Chance(3) ? SomeRows(shown) : RowSelection.All);
        var operation = world.Begin(shown.File);
        var hash = shown.File.Hash;
        var report = await CallAsync(
            operation,
            8 + (int)(shown.Plan.Rows / 4),
            $"add plan {shown.Number}, {(ticked == RowSelection.All ? "all rows" : $"rows {ticked}")}",
            call => call.Importer.AddAsync(shown.File.Source, shown.Plan, new() { Selection = ticked, StartedBy = "a person" }, call.Progress, call.Cancellation),
            code => IsWriteRefused(code, operation, shown, hash)).ConfigureAwait(false);
        await CheckWriteAsync(operation, shown, ticked, report, hash).ConfigureAwait(false);
    }

    public async Task ResumeAsync()
    {
        if (Known(import => import.CanBeResumed) is not { } import)
        {
            return;
        }

        var (shown, ticked) = (import.Shown, import.Ticked);
        var operation = world.Begin(shown.File);
        var hash = shown.File.Hash;
        var source = world.Chance(2) ? shown.File.Source : null;
        var report = await CallAsync(
            operation,
            6 + (int)(shown.Plan.Rows / 4),
            $"resume {import}",
            call => call.History.ResumeAsync(import.Id, source, call.Progress, call.Cancellation),
            code => IsWriteRefused(code, operation, shown, hash)).ConfigureAwait(false);
        await CheckWriteAsync(operation, shown, ticked, report, hash).ConfigureAwait(false);
    }

    public async Task EndAsync()
    {
        if (!FutureApi.CanEnd || Known(import => import.CanBeResumed) is not { } import)
        {
            return;
        }

        var operation = world.Begin(file: null);
        await CallAsync(operation, 3, $"end {import}", async call =>
        {
            await FutureApi.EndAsync(call.History, import.Id).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        CheckUnchanged(operation);
    }

    /// <returns>Whether there was an import to be undone.</returns>
    public async Task<bool> UndoAsync()
    {
        if (Known(import => import.CanBeUndone) is not { } import)
        {
            return false;
        }

        var operation = world.Begin(file: null);
        var report = await CallAsync(
            operation,
            6 + (int)(import.Shown.Plan.Rows / 3),
            $"undo {import}",
            call => call.History.UndoAsync(import.Id, call.Progress, call.Cancellation)).ConfigureAwait(false);
        new UndoChecker(_model, operation, import, report).Check();
        CheckUsers(operation, ofUndo: true);
        if (report is not null && operation.After.Imports[import.Id].State != "undone")
        {
            throw new BrokenPromiseException("An import is reported as undone and is not", operation.After.Imports[import.Id].ToString());
        }

        return true;
    }

    private KnownImport? Known(Func<StoredImport, bool> isRight)
    {
        var imports = world.Content.Imports.Values.Where(isRight).Select(import => _model.State.Imports[import.Id])
            .OrderBy(import => import.Number).ToList();
        return imports.Count == 0 ? null : world.Pick(imports);
    }

    private async Task<T?> CallAsync<T>(Operation operation, int calls, string step, Func<ProductCall, Task<T>> call, Func<string, bool>? isRefusal = null)
    {
        using var disturbance = new Disturbance(world, IsDisturbed ? calls : 0, changes, operation);
        world.Log(step + disturbance.Text);
        T? result = default;
        var process = world.Start(disturbance.Sink);
        await using (process.ConfigureAwait(false))
        {
            try
            {
                result = await call(new(process, disturbance)).ConfigureAwait(false);
                _refusedAsRunning = 0;
            }
            catch (Exception exception) when (disturbance.Explains(exception))
            {
                world.Log($"  ends with {exception.GetType().Name}");
            }
            catch (SellsyImportException exception) when (IsRefusal(exception.Code, operation) || isRefusal?.Invoke(exception.Code) == true)
            {
                world.Log($"  is refused: {exception.Code}");
            }
            catch (Exception exception) when (exception is not BrokenPromiseException)
            {
                throw new BrokenPromiseException($"A call fails with {NameOf(exception)}", exception.ToString());
            }
        }

        if (disturbance.Sink.IsFaultInjected)
        {
            world.Store.Close();
            world.Clock.Advance(TimeSpan.FromMinutes(world.Random.Next(3)));
        }

        operation.After = world.ReadAgain();
        return result;
    }

    private static string NameOf(Exception exception) => (exception as SellsyImportException)?.Code ?? exception.GetType().Name;

    private bool IsRefusal(string code, Operation operation)
    {
        if (code == ErrorCodes.ImportIsRunning && operation.Before.Imports.Values.Any(import => import.State is "running" or "undoing") && ++_refusedAsRunning < 2)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(2));
            return true;
        }

        // A preview that reads a file while it changes may be refused by whatever it finds, but for a fault of the product's own parts.
        return operation is { IsFileChanged: true, File: not null } && code != ErrorCodes.SeamContractBroken;
    }

    private static bool IsWriteRefused(string code, Operation operation, ShownPlan shown, string hash) => code switch
    {
        ErrorCodes.PlanOfAnotherFile => hash != shown.Version || shown.IsOfTornFile,
        ErrorCodes.ImportFinished or ErrorCodes.ImportUndone or ErrorCodes.ImportUnknown or "ImportEnded" =>
            shown.Interrupted is { } import && operation.Before.Imports.GetValueOrDefault(import.Id)?.CanBeResumed != true,
        "ImportInterrupted" => operation.Before.Imports.Values.Any(
            import => import is { CanBeResumed: true, Batches: > 0 } && import.FileHash == shown.Plan.FileHash),
        _ => false,
    };

    private async Task CheckWriteAsync(Operation operation, ShownPlan shown, RowSelection ticked, ImportReport? report, string hash)
    {
        var started = operation.After.Imports.Values.Where(import => operation.Before.Imports.GetValueOrDefault(import.Id) != import).ToList();
        var importId = report?.Import.ImportId ?? started.SingleOrDefault()?.Id;
        if (report is not null && hash != shown.Version && !operation.IsFileChanged)
        {
            throw new BrokenPromiseException("Another file was accepted", $"plan {shown.Number}");
        }

        // The same plan again gives the report of its finished import, and writes nothing.
        var isAgain = importId is not null && operation.Before.Imports.GetValueOrDefault(importId)?.State == "finished";
        if (importId is not null)
        {
            Know(operation, shown, ticked, importId);
        }

        new WriteChecker(_model, operation, shown, ticked, isAgain ? null : importId).Check();
        CheckUsers(operation, ofUndo: false);
        if (operation.After.Imports.Values.FirstOrDefault(import => !import.Counts.IsBalanced) is { } unbalanced)
        {
            throw new BrokenPromiseException("The books of the history do not balance", unbalanced.ToString());
        }

        if (report is not null)
        {
            var import = _model.State.Imports[importId!] with { Shown = shown, Ticked = ticked };
            var checker = new ReportChecker(_model, operation.After, import, report);
            checker.CheckBooks();
            if (!isAgain && shown.File.Hash == shown.Version)
            {
                checker.CheckRows(await ReadAsync(importer => importer.ReadReportAsync(shown.File.Source, report)).ConfigureAwait(false));
            }
        }
    }

    /// <summary>The plan of an import is that of its first call, or of the last call before its first batch.</summary>
    private void Know(Operation operation, ShownPlan shown, RowSelection ticked, string importId)
    {
        var (before, after) = (operation.Before.Imports.GetValueOrDefault(importId), operation.After.Imports[importId]);
        if (before is null || (before.Batches == 0 && before.PlanDigest != after.PlanDigest))
        {
            _model.Set(new KnownImport(importId, _model.Tick(), shown, ticked));
        }
    }

    private void CheckUnchanged(Operation operation) =>
        new WriteChecker(_model, operation, Nothing(operation), RowSelection.All, importId: null).Check();

    private ShownPlan Nothing(Operation operation) => new()
    {
        Number = 0,
        Plan = null!,
        File = world.Files[0],
        Version = "",
        Decisions = OwnerDecisions.None,
        Seen = (0, 0),
        Operation = operation,
    };

    /// <summary>
    /// Only a person changes the users of the store. But an undo may need a user again who was removed, and a user who is removed while an import
    /// runs may still get leads of it.
    /// </summary>
    private void CheckUsers(Operation operation, bool ofUndo)
    {
        if (!world.HoldsUsers)
        {
            return;
        }

        var added = operation.After.Users.Except(world.Users.All).ToList();
        var owners = operation.After.Leads.Values.Select(lead => lead.OwnerId).ToHashSet(StringComparer.Ordinal);
        var isNeeded = added.All(user => owners.Contains(user.Id) && (ofUndo || operation.Users.Any(users => users.Contains(user))));
        if (!isNeeded || world.Users.All.Except(operation.After.Users).Any())
        {
            throw new BrokenPromiseException("The users were changed by an import", string.Join(", ", added));
        }

        world.Users.Set([.. world.Users.All, .. added]);
        added.ForEach(_model.TouchUser);
    }

    /// <summary>Reads the pages of a plan, which are those of its file or are refused.</summary>
    private async Task ShowAsync(ShownPlan shown)
    {
        List<PreviewRow> rows;
        try
        {
            rows = await ReadAsync(importer => importer.ReadPreviewAsync(shown.File.Source, shown.Plan)).ConfigureAwait(false);
        }
        catch (SellsyImportException exception)
            when (exception.Code == ErrorCodes.PlanOfAnotherFile && (shown.File.Hash != shown.Version || shown.IsOfTornFile))
        {
            world.Log($"  pages of plan {shown.Number} are refused");
            return;
        }

        catch (Exception exception)
        {
            throw new BrokenPromiseException($"The pages of a plan fail with {NameOf(exception)}", exception.ToString());
        }

        if (shown.File.Hash != shown.Version && !shown.IsOfTornFile)
        {
            throw new BrokenPromiseException("The pages of another file are shown", $"plan {shown.Number}");
        }

        shown.Version = shown.File.Hash;
        shown.Rows = PreviewChecker.Check(shown, shown.File.Rows, rows, shown.Operation);
    }

    private async Task<List<T>> ReadAsync<T>(Func<ISellsyImporter, IAsyncEnumerable<T>> read)
    {
        var process = world.Start(world.Store.Open());
        await using (process.ConfigureAwait(false))
        {
            var rows = new List<T>();
            await foreach (var row in read(process.GetRequiredService<ISellsyImporter>()).ConfigureAwait(false))
            {
                rows.Add(row);
            }

            return rows;
        }
    }

    /// <summary>A part of the rows; where rows are merged, all rows of a contact or none of them.</summary>
    private RowSelection SomeRows(ShownPlan shown)
    {
        var groups = shown.Rows.GroupBy(row => world.MergesRows ? row.File.ContactId : FormattableString.Invariant($"{row.Number}")).ToList();
        var some = groups.Where((_, place) => place == 0 || world.Chance(2)).SelectMany(group => group.Select(row => row.Number));
        return groups.Count == 0 ? RowSelection.All : RowSelection.Of(some);
    }

    private OwnerDecisions SomeDecisions() => world.Chance(4)
        ? OwnerDecisions.None.With(world.Pick(CurrentUsers.Names), world.Pick(world.Users.All).Id)
        : OwnerDecisions.None;

    private static async Task<ImportPlan> SavedAndLoadedAsync(ImportPlan plan)
    {
        using var bytes = new MemoryStream();
        await plan.SaveAsync(bytes).ConfigureAwait(false);
        bytes.Position = 0;
        return await ImportPlan.LoadAsync(bytes).ConfigureAwait(false);
    }
}

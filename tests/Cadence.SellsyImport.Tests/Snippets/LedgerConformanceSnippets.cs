using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Snippets;

// The code of docs/testing.md: how a ledger proves itself.
public sealed class InMemoryLedgerConformance : UndoLedgerConformance
{
    private readonly InMemoryLedgerSink _store;

    public InMemoryLedgerConformance() => _store = new(Time);

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(_store);

    protected override async ValueTask EditLeadAsync(string sellsyContactId, string? jobPosition, string? note) =>
        await Task.Run(() => _store.EditLead(sellsyContactId, lead => lead with { JobPosition = jobPosition, Note = note }));

    protected override async ValueTask RemoveLeadAsync(string sellsyContactId) => await Task.Run(() => _store.RemoveLead(sellsyContactId));

    protected override ValueTask<IReadOnlyList<string>> ReadCompaniesAsync() => new([.. _store.Companies.Select(company => company.Name ?? "")]);

    protected override async ValueTask EditCompanyAsync(string name, string city) =>
        await Task.Run(() => _store.EditCompany(name, company => company with { City = city }));

    protected override async ValueTask<bool> StartCadenceAsync(string sellsyContactId, string cadence)
    {
        await Task.Run(() => _store.StartCadence(sellsyContactId, cadence));
        return true;
    }

    protected override async ValueTask<IAsyncDisposable?> HoldWritesAsync()
    {
        // The store is locked while an edit runs.
        _store.PutLead(new() { SellsyContactId = "held" }, new("u-9", "Noé", "Roy"));
        var held = new HeldWrites();
        held.Editing = Task.Run(() => _store.EditLead("held", lead =>
        {
            held.Held.SetResult();
            held.Released.Task.Wait();
            return lead;
        }));
        await held.Held.Task;
        return held;
    }

    protected override ValueTask<Func<Task>?> BackUpAsync()
    {
        var restore = _store.BackUp();
        return new(() => Task.Run(restore));
    }

    private sealed class HeldWrites : IAsyncDisposable
    {
        public TaskCompletionSource Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Released { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Editing { get; set; } = Task.CompletedTask;

        public async ValueTask DisposeAsync()
        {
            Released.SetResult();
            await Editing;
        }
    }
}

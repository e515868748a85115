using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Snippets;

// The code of docs/testing.md: how a ledger proves itself.
public sealed class InMemoryLedgerConformance : UndoLedgerConformance
{
    private readonly InMemoryLedgerSink _store = new();

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

    protected override ValueTask<Func<Task>?> BackUpAsync()
    {
        var restore = _store.BackUp();
        return new(() => Task.Run(restore));
    }
}

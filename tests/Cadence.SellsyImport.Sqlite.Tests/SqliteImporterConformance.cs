using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class SqliteImporterConformance : ImporterConformance
{
    private TemporaryStore _store = new();

    protected override int Cases => LongProof.Count(sample: 2, all: 25);

    // What a preview and its write have in common hangs on no rule of culture.
    protected override int CallStep => LongProof.Count(sample: 5, all: 1);

    protected override int Pairs => LongProof.Count(sample: 50, all: 500);

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        return base.DisposeAsync();
    }

    protected override ValueTask NewStoreAsync()
    {
        _store.Dispose();
        _store = new();
        return ValueTask.CompletedTask;
    }

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(new SqliteLeadSink(_store.OpenKept()));

    protected override ValueTask EditLeadAsync(string sellsyContactId, string? jobPosition, string? note) =>
        RunAsync($"UPDATE leads SET job_position = {Text(jobPosition)}, note = {Text(note)} WHERE sellsy_contact_id = {Text(sellsyContactId)}");

    protected override ValueTask RemoveLeadAsync(string sellsyContactId) =>
        RunAsync($"DELETE FROM leads WHERE sellsy_contact_id = {Text(sellsyContactId)}");

    private static string Text(string? value) => value is null ? "NULL" : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private ValueTask RunAsync(string statement)
    {
        _store.Run(statement);
        return ValueTask.CompletedTask;
    }
}

using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class SqlitePrivacyTests : PrivacyConformance
{
    private readonly TemporaryStore _store = new();

    protected override int CallStep => LongProof.Count(sample: 3, all: 1);

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task No_value_of_a_person_leaves_an_import_whose_database_is_full_again_and_again()
    {
        var full = 0;
        for (var pages = 0; !await FitsAsync(pages); pages += 10)
        {
            full++;
        }

        AssertNothingLeaked(atLeastExceptions: full);
        Assert.True(full >= 5, $"The database was full {full} times.");

        async Task<bool> FitsAsync(int pages)
        {
            using var database = _store.Open(options => options.MaximumPages = pages + 20, Loggers);
            return await ImportAsync(new SqliteLeadSink(database));
        }
    }

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(new SqliteLeadSink(_store.OpenKept(Loggers)));
}

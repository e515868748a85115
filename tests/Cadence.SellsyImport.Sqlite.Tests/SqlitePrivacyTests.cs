using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class SqlitePrivacyTests : PrivacyConformance
{
    private readonly TemporaryStore _store = new();

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        return base.DisposeAsync();
    }

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(new SqliteLeadSink(_store.OpenKept()));
}

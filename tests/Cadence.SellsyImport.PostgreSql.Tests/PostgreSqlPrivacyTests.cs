using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class PostgreSqlPrivacyTests(SharedServer server) : PrivacyConformance
{
    private const int Commits = 12;
    private const int Places = 4;
    private const int FirstKilobytes = 200;

    private readonly TestStore _store = server.NewStore();

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task No_value_of_a_person_leaves_an_import_one_of_whose_COMMITs_is_cut()
    {
        var told = 0;
        foreach (var cut in Enum.GetValues<CommitCut>())
        {
            for (var commit = 1; commit <= Commits; commit += 4)
            {
                var left = commit;
                using var proxy = new CuttingProxy(server.Port, () => Interlocked.Decrement(ref left) == 0 ? cut : null);
                told += await ImportAsync(SinkThrough(proxy.Port)) ? 0 : 1;
            }
        }

        AssertNothingLeaked(atLeastExceptions: told);
        Assert.True(told >= 3, $"{told} cuts were told.");
    }

    [Fact]
    public async Task No_value_of_a_person_leaves_a_writer_that_goes_silent_and_is_taken_over()
    {
        using var counting = new FreezingProxy(server.Port);
        Assert.True(await ImportAsync(SinkThrough(counting.Port)));
        var later = new FixedTimeProvider(TimeProvider.System.GetUtcNow());
        for (var place = 1; place <= Places; place++)
        {
            using var proxy = new FreezingProxy(server.Port);
            proxy.FreezeAfter(counting.Bytes * place / (Places + 1));
            var writing = Task.Run(() => ImportAsync(SinkThrough(proxy.Port)), TestContext.Current.CancellationToken);
            await proxy.Frozen;
            later.Advance(TimeSpan.FromDays(1));
            await ImportAsync(new PostgreSqlLeadSink(_store.Open(options => options.LockTimeout = TimeSpan.FromSeconds(1.2), Loggers), later), later);
            proxy.Thaw();
            await writing;
        }

        AssertNothingLeaked(atLeastExceptions: 2);
    }

    [Fact]
    public async Task No_value_of_a_person_leaves_an_import_onto_a_disk_that_is_full_again_and_again_and_none_is_lost_or_doubled()
    {
        using var disk = SmallDisk.TryMount(FirstKilobytes);
        Assert.SkipWhen(disk is null, "No tmpfs can be mounted by this user.");
        disk.GiveTo("postgres");
        await _store.RunAsync($"CREATE TABLESPACE small_disk LOCATION '{disk.Folder}'");
        var (full, kilobytes) = (0, FirstKilobytes);
        await using (var store = server.NewStore(options => options.ConnectionString += ";Pooling=false;Options=-c default_tablespace=small_disk"))
        {
            while (!await ImportAsync(store.Sink, isUndone: false))
            {
                full++;
                disk.Resize(kilobytes += 200);
            }

            AssertNothingLeaked(atLeastExceptions: full);
            Assert.True(full >= 3, $"The disk was full {full} times.");
            Assert.Equal([["finished", await store.CountAsync("leads")]], await store.QueryAsync("SELECT state, added FROM imports"));
            Assert.True(await store.CountAsync("leads") > 900);
        }

        await _store.RunAsync("DROP TABLESPACE small_disk");
    }

    private PostgreSqlLeadSink SinkThrough(int port) =>
        new(_store.Open(options => options.ConnectionString = $"{server.ConnectionString};Port={port}", Loggers));

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(new PostgreSqlLeadSink(_store.Open(loggers: Loggers)));
}

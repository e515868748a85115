using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class ServerKillTests
{
    private const int LeadsOfBatch = 10_000;
    private const int Batches = 12;

    [Fact]
    public async Task A_server_killed_in_the_middle_of_batches_has_each_of_them_whole_or_not_at_all_and_the_import_goes_on()
    {
        await using var server = await ServerProcess.StartNewAsync(SharedServer.RequireBinaries(), ServerProcess.OfTests);
        await using var store = new TestStore(server.ConnectionString);
        await store.AddAsync(1_000_000);
        var killed = 0;
        for (var number = 1; number <= Batches; number++)
        {
            var batch = Samples.Batch(number, [.. Enumerable.Range(number * LeadsOfBatch, LeadsOfBatch).Select(id => Samples.Lead(id) with { Note = new('n', 200) })]);
            var adding = Task.Run(async () => await store.Sink.AddAsync(batch, TestContext.Current.CancellationToken));

            // The place of the kill moves on with the number; the first ones come before the batch has begun.
            for (var turn = 0; turn < number * number * 40 && !adding.IsCompleted; turn++)
            {
                await Task.Yield();
            }

            server.Kill();
            killed += await IsStoredAsync(adding) ? 0 : 1;
            await server.StartAsync();
            NpgsqlConnection.ClearAllPools();
            await HandOverAsync(store, batch);
            Assert.Equal([[(long)number * LeadsOfBatch, (long)number]], await store.QueryAsync("SELECT count(*), (SELECT count(*) - 1 FROM import_batches) FROM leads"));
        }

        Assert.True(killed > 0, "No kill came before the end of its batch.");
    }

    private static async Task<bool> IsStoredAsync(Task adding)
    {
        try
        {
            await adding;
            return true;
        }
        catch (SellsyImportException exception)
        {
            Assert.Equal(ErrorCodes.ServerUnreachable, exception.Code);
            return false;
        }
    }

    /// <summary>Connections of the killed server may still be in the pool; each is found broken once.</summary>
    private static async Task HandOverAsync(TestStore store, LeadBatch batch)
    {
        while (!await IsStoredAsync(store.Sink.AddAsync(batch, TestContext.Current.CancellationToken).AsTask()))
        {
            await Task.Yield();
        }
    }
}

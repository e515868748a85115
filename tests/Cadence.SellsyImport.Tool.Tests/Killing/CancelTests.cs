using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

/// <summary>One process imports, another asks it to stop, and a third goes on.</summary>
public abstract class CancelTests : PreparedStoreTests
{
    private const string Name = "asked";
    private const int Rows = 60;
    private const int RowsOfBatch = 10;

    [Fact]
    public async Task An_import_that_another_process_asks_to_stop_is_interrupted_before_its_next_batch_and_a_third_one_goes_on()
    {
        await PrepareAsync(Rows);
        var place = await PlaceAfterSecondBatchAsync();
        await Store.CopyAsync(Template, Name);
        using var importing = new Victim("import", Store.Target(Name), Folder.PathOf("contacts.csv"), RowsOfBatch, place);
        Assert.True(await importing.FollowAsync(() => importing.Lines == place));

        Assert.True(await RequestCancelAsync(await ImportIdAsync(Name)));

        await importing.GoOnAsync();
        Assert.False(await importing.FollowAsync(() => false));
        Assert.Equal($"done {ErrorCodes.ImportCancelRequested}", importing.Last);
        Assert.Equal(
            "interrupted|2|bob\n",
            await Store.ReadAsync(Name, "SELECT state, batches, cancel_requested_by FROM imports WHERE file_name = 'contacts.csv'"));
        var resumed = (await Folder.RunAsync(["import", "contacts.csv", "--existing", "overwrite", "--json", .. Store.Arguments(Name)])).Succeeded();
        Assert.Equal((2 * RowsOfBatch) + 1, resumed.Json.GetProperty("resumedAtRow").GetInt32());
        Assert.Equal(LeadsAfter, await Store.ReadLeadsAsync(Name));
        Assert.Equal(LedgerAfter, await Store.ReadLedgerAsync(Name));
    }

    private async Task<int> PlaceAfterSecondBatchAsync()
    {
        await Store.CopyAsync(Template, "counted");
        using var counted = new Victim("import", Store.Target("counted"), Folder.PathOf("contacts.csv"), RowsOfBatch);
        Assert.True(await counted.FollowAsync(() => counted.Batches == 2));
        var place = counted.Lines;
        await counted.KillAsync();
        return place;
    }

    /// <summary>This process is the second one.</summary>
    private async Task<bool> RequestCancelAsync(string importId)
    {
        var (services, target) = (new ServiceCollection(), Store.Target(Name));
        var builder = services.AddSellsyImport();
        _ = target.StartsWith("Host=", StringComparison.Ordinal) ? builder.UsePostgreSql(target) : builder.UseSqlite(target);
        await using var host = services.BuildServiceProvider();
        return await host.GetRequiredService<IImportHistory>().RequestCancelAsync(importId, "bob", TestContext.Current.CancellationToken);
    }
}

using System.Diagnostics;
using HttpSink.Api;
using Microsoft.Extensions.DependencyInjection;

namespace HttpSink.Tests;

/// <summary>The sample itself, killed while a request is under way, and started again.</summary>
public sealed class KillTests
{
    private const int Rows = 320;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "HttpSink.dll");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, "created")]
    [InlineData(57, "not created")]
    [InlineData(100, "created")]
    [InlineData(101, "not created")]
    [InlineData(230, "created")]
    [InlineData(Rows, "created")]
    public async Task Killed_within_a_request_and_started_again_nothing_is_lost_or_doubled(int row, string how)
    {
        if (row is not (57 or 100))
        {
            LongProof.SkipUnlessAsked();
        }

        await using var crm = await Crm.StartAsync();
        var path = crm.Write(Enumerable.Range(1, Rows));
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        crm.Disturb((id, _) =>
        {
            if (id != $"{row}")
            {
                return ApiFault.None;
            }

            reached.TrySetResult();
            return how == "created" ? ApiFault.WorksAndHangs : ApiFault.Hangs;
        });
        using (var killed = Start(crm, path))
        {
            await reached.Task.WaitAsync(Cancellation);
            await CreatedAsync(crm, how == "created" ? row : row - 1);
            killed.Kill();
            await killed.WaitForExitAsync(Cancellation);
        }

        crm.Disturb((_, _) => ApiFault.None);
        crm.Asked.Clear();
        using var process = Start(crm, path);
        var told = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal(($"{Rows} read = {Rows} added + 0 skipped + 0 errors\n", 0), (told.ReplaceLineEndings("\n"), process.ExitCode));
        Assert.Equal(Enumerable.Range(1, Rows).Select(id => $"{id}"), crm.Store.Created);
        Assert.Equal(Rows - (how == "created" ? row : row - 1), crm.Asked.Count);
        var import = Assert.Single(await crm.Open().GetRequiredService<IImportHistory>().ReadAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal((ImportState.Finished, Rows, false), (import.State, import.Counts.Added, import.HasBatchInDoubt));
    }

    private static async Task CreatedAsync(Crm crm, int count)
    {
        while (crm.Store.Created.Count < count)
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static Process Start(Crm crm, string path) => Process.Start(new ProcessStartInfo("dotnet", ["exec", Program, "import", path, $"{crm.Address}", crm.Ledger])
    {
        RedirectStandardOutput = true,
    })!;
}

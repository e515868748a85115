using Cadence.SellsyImport.Proof.Changes;
using Cadence.SellsyImport.Proof.Changes.Stores;
using Xunit;

namespace Cadence.SellsyImport.Tests.Proof;

public sealed class ChangesTests(ITestOutputHelper output)
{
    private static readonly int Runs = LongProof.Count(sample: 20, all: 40);

    /// <summary>The full run is <c>dotnet run -c Release --project tests/Cadence.SellsyImport.Proof -- changes 1000 --store sqlite</c>.</summary>
    [Theory]
    [InlineData(20260403)]
    [InlineData(null)]
    public async Task Whatever_changes_between_the_calls_the_store_holds_what_the_previews_showed(int? fixedSeed)
    {
        var seed = fixedSeed ?? Random.Shared.Next();
        output.WriteLine($"changes {Runs} --store memory --seed {seed}");
        await using var stores = await ChangedStores.OpenAsync("memory");

        var failures = await ChangesProgram.RunAllAsync(stores!, seed, Enumerable.Range(1, Runs));

        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Select(failure => $"{failure.Message}\n{string.Join('\n', failure.Steps)}")));
    }

    [Fact]
    public async Task A_run_is_the_same_each_time()
    {
        var folder = Directory.CreateTempSubdirectory("cadence-changes-").FullName;
        using var store = new MemoryStore();

        var first = await StepsAsync(store, folder);
        var again = await StepsAsync(store, folder);

        Assert.True(first.Count > 10);
        Assert.Equal(first, again);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<string>> StepsAsync(MemoryStore store, string folder)
    {
        var steps = new List<string>();
        for (var run = 1; run <= 10; run++)
        {
            steps.AddRange((await ChangesRun.RunAsync(store, folder, 7, run)).Steps);
        }

        return steps;
    }
}

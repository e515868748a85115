using Cadence.SellsyImport.Proof.Fuzzing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Proof;

public sealed class FuzzTests(ITestOutputHelper output)
{
    /// <summary>The full run is <c>dotnet run -c Release --project tests/Cadence.SellsyImport.Proof -- fuzz</c>.</summary>
    [Fact]
    public async Task Mutated_files_are_refused_with_the_documented_exception_or_every_line_is_accounted_for()
    {
        var inputs = LongProof.Count(sample: 2_000, all: 20_000);
        var seed = (ulong)Random.Shared.NextInt64();
        output.WriteLine($"fuzz {inputs} {seed}");
        var run = new FuzzRun(seed, inputs);

        await run.RunAsync();

        output.WriteLine($"{run.Refused.Values.Sum()} refused, {run.Rows} rows, {run.Errors} of them in error");
        Assert.True(run.Failures.Count == 0, $"fuzz {inputs} {seed}\n{string.Join('\n', run.Failures)}");
        Assert.Equal(inputs, run.Run);
        Assert.InRange(run.Refused.Values.Sum(), 1, inputs / 2);
        Assert.InRange(run.Errors, 1, run.Rows - 100);
    }

    [Fact]
    public void An_input_is_the_same_for_its_seed_and_number()
    {
        Assert.Equal(Mutator.Input(7, 42), Mutator.Input(7, 42));
        Assert.NotEqual(Mutator.Input(7, 42), Mutator.Input(8, 42));
        var distinct = Enumerable.Range(1, 2_000).Select(number => Convert.ToHexString(Mutator.Input(7, number))).Distinct().Count();
        Assert.InRange(distinct, 1_800, 2_000);
    }

    [Theory]
    [InlineData("a\r\nb\n\rc", "utf-8", new[] { 0, 3, 5, 6 })]
    [InlineData("a\n\uFEFF \t\nb\n", "utf-8", new[] { 0, 2, 8, 10 })]
    public void The_fuzzer_counts_lines_by_itself(string text, string encoding, int[] starts)
    {
        var lines = new PhysicalLines(System.Text.Encoding.UTF8.GetBytes(text), encoding);

        Assert.Equal(starts, Enumerable.Range(1, lines.Count).Select(line => lines.StartOf(line)));
        Assert.False(lines.IsBlank(1));
        Assert.True(lines.IsBlank(lines.Count - (text.EndsWith('\n') ? 2 : 1)));
    }

    [Fact]
    public void The_fuzzer_counts_lines_of_wide_characters_by_their_characters()
    {
        var lines = new PhysicalLines(System.Text.Encoding.BigEndianUnicode.GetBytes("\u0A0Da\r\n\u0D0A\nb"), "utf-16be");

        Assert.Equal([0, 8, 12], Enumerable.Range(1, lines.Count).Select(line => lines.StartOf(line)));
    }

    [Fact]
    public async Task A_broken_promise_is_made_small()
    {
        var smallest = await Minimiser.MinimiseAsync(
            "some text before\n1;\"x\ny;more after"u8.ToArray(),
            "no quote",
            bytes => Task.FromResult(bytes.Contains((byte)'"') ? new FuzzFinding("no quote", "") : null));

        Assert.Equal("\""u8.ToArray(), smallest);
    }
}

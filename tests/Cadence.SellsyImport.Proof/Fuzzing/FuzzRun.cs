using System.Collections.Concurrent;

namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>Runs a number of inputs on all processors and stops at the first few that break a promise.</summary>
internal sealed class FuzzRun(ulong seed, long inputs)
{
    private const int MostFailures = 5;

    private readonly ConcurrentDictionary<string, FuzzFailure> _failures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _refused = new(StringComparer.Ordinal);
    private long _next;
    private long _run;
    private long _rows;
    private long _errors;

    public long Run => _run;

    public long Rows => _rows;

    public long Errors => _errors;

    public IReadOnlyDictionary<string, long> Refused => _refused;

    /// <summary>One failure for each promise that was broken, its input made small.</summary>
    public IReadOnlyCollection<FuzzFailure> Failures => [.. _failures.Values];

    public async Task RunAsync()
    {
        using var target = new FuzzTarget();
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() => WorkAsync(target)));
        await Task.WhenAll(workers).ConfigureAwait(false);
    }

    private async Task WorkAsync(FuzzTarget target)
    {
        long number;
        while ((number = Interlocked.Increment(ref _next)) <= inputs && _failures.Count < MostFailures)
        {
            var input = Mutator.Input(seed, number);
            var result = await target.RunAsync(input).ConfigureAwait(false);
            Interlocked.Increment(ref _run);
            Interlocked.Add(ref _rows, result.Rows);
            Interlocked.Add(ref _errors, result.Errors);
            if (result.RefusedWith is { } code)
            {
                _refused.AddOrUpdate(code, 1, static (_, count) => count + 1);
            }

            if (result.Finding is { } finding && !_failures.ContainsKey(finding.Promise))
            {
                _failures.TryAdd(finding.Promise, new(seed, number, finding, input));
                var smallest = await Minimiser.MinimiseAsync(input, finding.Promise, FindingOfAsync).ConfigureAwait(false);
                _failures[finding.Promise] = new(seed, number, await FindingOfAsync(smallest).ConfigureAwait(false) ?? finding, smallest);
            }
        }

        async Task<FuzzFinding?> FindingOfAsync(byte[] bytes) => (await target.RunAsync(bytes).ConfigureAwait(false)).Finding;
    }
}

using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;
using Xunit;

namespace Cadence.SellsyImport.Tests.Properties;

/// <summary>Runs a property with a seed that is printed, and that <c>CADENCE_SEED</c> sets to run it again.</summary>
internal static class Property
{
    public static void Holds(FsCheck.Property property, int? tests = null)
    {
        var count = tests ?? LongProof.Count(sample: 50, all: 200);
        var seed = Environment.GetEnvironmentVariable("CADENCE_SEED") is { Length: > 0 } given
            ? ulong.Parse(given, CultureInfo.InvariantCulture)
            : (ulong)Random.Shared.NextInt64();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CADENCE_SEED={seed}, {count} tests"));
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(count)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        Check.One(config, property);
    }
}

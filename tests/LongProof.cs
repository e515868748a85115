namespace Cadence.SellsyImport.Tests;

/// <summary>
/// How much a random or repeated test does. <c>dotnet test</c> alone does a sample that ends within minutes; <c>CADENCE_LONG_PROOF=1</c>, which
/// the check script sets, does it all.
/// </summary>
internal static class LongProof
{
    private static readonly bool IsAsked = Environment.GetEnvironmentVariable("CADENCE_LONG_PROOF") == "1";

    public static int Count(int sample, int all) => IsAsked ? all : sample;

    public static void SkipUnlessAsked() => Xunit.Assert.SkipUnless(IsAsked, "Takes long; CADENCE_LONG_PROOF=1 runs it.");
}

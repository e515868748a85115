using Xunit;

namespace Cadence.SellsyImport.Tests;

/// <summary>The mode in which the tests run; the check runs them in both.</summary>
internal static class GlobalizationMode
{
    public static bool IsInvariant { get; } = Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is "1" or "true";

    /// <summary>Skips a test of other processes, which have a mode of their own, where the mode of this one makes no difference.</summary>
    public static void SkipWhereInvariant() =>
        Assert.SkipWhen(IsInvariant, "The processes that are compared have a mode of their own; the normal mode of the tests has this one.");
}

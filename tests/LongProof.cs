using System.Diagnostics.CodeAnalysis;

namespace Cadence.SellsyImport.Tests;

/// <summary>
/// How much the tests do. <c>dotnet test</c> alone is the inner loop, which ends within minutes: random and repeated tests and kills do a sample, and no server
/// and no browser is started. <c>CADENCE_LONG_PROOF=1</c> does it all; <c>CADENCE_REQUIRE_POSTGRES=1</c> and
/// <c>CADENCE_REQUIRE_BROWSER=1</c> add the server and the browser, and a missing one is then a failure. The check script sets all three.
/// </summary>
internal static class LongProof
{
    private const string Server = "CADENCE_REQUIRE_POSTGRES";
    private const string Browser = "CADENCE_REQUIRE_BROWSER";

    private static readonly bool IsAsked = IsSet("CADENCE_LONG_PROOF");

    public static bool StartsServers => IsAsked || IsSet(Server);

    public static int Count(int sample, int all) => IsAsked ? all : sample;

    public static void SkipUnlessAsked() => Xunit.Assert.SkipUnless(IsAsked, "Takes long; CADENCE_LONG_PROOF=1 runs it.");

    /// <summary>The programs of a PostgreSQL server. Where there is none the test is skipped, or fails where one is required.</summary>
    [return: NotNull]
    public static string RequireServer(string? binaries)
    {
        Xunit.Assert.SkipUnless(StartsServers, $"Starts a PostgreSQL server; {Server}=1 runs it.");
        return Require(binaries, Server, "No PostgreSQL server is installed, neither under /usr/lib/postgresql nor on the PATH");
    }

    /// <summary>The program of a browser. Where there is none the test is skipped, or fails where one is required.</summary>
    [return: NotNull]
    public static string RequireBrowser(string? place)
    {
        Xunit.Assert.SkipUnless(IsAsked || IsSet(Browser), $"Starts a browser; {Browser}=1 runs it.");
        return Require(place, Browser, "No Chromium is installed");
    }

    [return: NotNull]
    private static string Require(string? found, string variable, string missing)
    {
        if (found is null && IsSet(variable))
        {
            Xunit.Assert.Fail($"{missing}; {variable}=1 asks for one.");
        }

        Xunit.Assert.SkipWhen(found is null, $"{missing}.");
        return found!;
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) == "1";
}

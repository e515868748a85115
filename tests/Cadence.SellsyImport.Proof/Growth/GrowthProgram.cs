using System.Diagnostics;
using System.Globalization;

namespace Cadence.SellsyImport.Proof.Growth;

/// <summary>
/// The command that doubles each kind of content, and prints as a Markdown table what each doubling costs. It fails where a doubling costs
/// too much: <c>--quick</c> doubles once, and allows more.
/// </summary>
internal static class GrowthProgram
{
    private const double Limit = 2.5;
    private const double LimitOfQuick = 3.5;
    private const string Quick = "--quick";
    private const string All = "--all";
    private const string Alone = "--alone";

    public static int Run(string[] arguments, TextWriter output)
    {
        var isQuick = arguments.Contains(Quick);
        string[] names = [.. arguments.Where(argument => argument is not (Quick or All or Alone))];
        var limit = isQuick ? LimitOfQuick : Limit;
        var meter = new GrowthMeter(isQuick, limit);
        GrowthKind[] kinds =
        [
            .. CellKinds.All().Concat(LongCellKinds.All()).Concat(DamageKinds.All()).Concat(HeadingKinds.All()).Concat(ManyKinds.All())
                .Where(kind => names.Length == 0 || names.Any(name => Matches(kind, name))),
        ];
        List<GrowthResult> results = [];
        output.WriteLine("| what | content that grows fastest | sizes | processor time | each doubling |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var group in kinds.GroupBy(kind => kind.Group))
        {
            GC.Collect();
            GrowthResult[] ofGroup = [.. group.Select(meter.Measure)];
            results.AddRange(ofGroup);
            foreach (var result in arguments.Contains(All) ? ofGroup : [ofGroup.MaxBy(result => (result.Worst, result.Greatest))!])
            {
                output.WriteLine(Line(result));
            }

            output.Flush();
        }

        // The runtime compiles hot methods anew while they run, and collects what earlier kinds left: both show as one slow size. In a process of its own a
        // kind has neither.
        GrowthResult[] tooMuch =
        [
            .. results.Where(result => result.Worst > limit)
                .Where(result => arguments.Contains(Alone) ? meter.Measure(result.Kind).Worst > limit : !HoldsAlone(result.Kind, isQuick)),
        ];
        output.WriteLine();
        foreach (var result in tooMuch)
        {
            output.WriteLine($"TOO MUCH: {Line(result)}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Count} kinds of content, {results.Sum(result => result.Sizes.Length - 1)} doublings, {tooMuch.Length} kinds of which one costs more than {limit} times, "
            + $"{Environment.CpuUsage.TotalTime.TotalSeconds:F0} s of processor"));
        return kinds.Length > 0 && tooMuch.Length == 0 ? 0 : 1;
    }

    private static bool HoldsAlone(GrowthKind kind, bool isQuick)
    {
        string[] arguments = [typeof(GrowthProgram).Assembly.Location, "growth", $"{kind.Group}: {kind.Content}", Alone, .. isQuick ? [Quick] : Array.Empty<string>()];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static bool Matches(GrowthKind kind, string name) =>
        $"{kind.Group}: {kind.Content}".Contains(name, StringComparison.OrdinalIgnoreCase);

    private static string Line(GrowthResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {result.Kind.Group} | {result.Kind.Content.Replace("|", "\\|", StringComparison.Ordinal)} | {result.Sizes[0]:N0} to {result.Sizes[^1]:N0} {result.Kind.Unit} "
        + $"| {Time(result.Times[0])} to {Time(result.Times[^1])} ms | {string.Join(" · ", result.Ratios.Select(Ratio))} |");

    private static string Time(TimeSpan time) => time.TotalMilliseconds.ToString(
        time.TotalMilliseconds switch { < 1 => "F3", < 10 => "F2", _ => "F0" }, CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => ratio.ToString("F1", CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>What the command line asks to measure.</summary>
internal sealed record ComparisonOptions
{
    public const string Usage =
        "Usage: [--rows 1-10000000] [--runs 1-99] [--groups files,properties,parts,sqlite,postgresql] [--files TEXT] [--warm-up MILLISECONDS] "
        + "[--output FOLDER] [--commit TEXT] [--sdk TEXT]";

    private const long MostRows = 10_000_000;
    private const int MostWarmUp = 60_000;

    public long Rows { get; private init; } = 200_000;

    public int Runs { get; private init; } = 3;

    public BenchmarkGroup Groups { get; private init; } = BenchmarkGroup.All;

    /// <summary>Only the files whose name contains this text.</summary>
    public string Files { get; private init; } = "";

    /// <summary>The processor time for which each work runs before it is measured warm, in milliseconds; at most ten runs.</summary>
    public int WarmUpMilliseconds { get; private init; } = 4_000;

    /// <summary>The folder for the results; null writes none.</summary>
    public string? Output { get; private init; }

    public string Commit { get; private init; } = "unknown";

    public string Sdk { get; private init; } = "unknown";

    /// <summary>The name of a part of the comparison in the file names of its results; empty for the whole.</summary>
    public string Part => Groups == BenchmarkGroup.All && Files.Length == 0 ? "" : $"-{Slug.Of($"{Groups} {Files}")}";

    /// <summary>Reads the options; null if the arguments are wrong.</summary>
    public static ComparisonOptions? Parse(IReadOnlyList<string> arguments)
    {
        ComparisonOptions? options = new();
        for (var i = 0; i < arguments.Count && options is not null; i += 2)
        {
            options = i + 1 < arguments.Count ? options.With(arguments[i], arguments[i + 1]) : null;
        }

        return options;
    }

    private static long? Number(string text, long least, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static BenchmarkGroup? GroupsOf(string text)
    {
        var groups = BenchmarkGroup.None;
        foreach (var name in text.Split(','))
        {
            if (!name.All(char.IsAsciiLetter) || !Enum.TryParse<BenchmarkGroup>(name, ignoreCase: true, out var group))
            {
                return null;
            }

            groups |= group;
        }

        return groups == BenchmarkGroup.None ? null : groups;
    }

    private ComparisonOptions? With(string name, string value) => name switch
    {
        "--rows" when Number(value, 1, MostRows) is { } rows => this with { Rows = rows },
        "--runs" when Number(value, 1, 99) is { } runs => this with { Runs = (int)runs },
        "--groups" when GroupsOf(value) is { } groups => this with { Groups = groups },
        "--files" => this with { Files = value },
        "--warm-up" when Number(value, 0, MostWarmUp) is { } milliseconds => this with { WarmUpMilliseconds = (int)milliseconds },
        "--output" => this with { Output = value },
        "--commit" => this with { Commit = value },
        "--sdk" => this with { Sdk = value },
        _ => null,
    };
}

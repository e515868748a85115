using System.Globalization;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>What the comparison is told on the command line.</summary>
internal sealed record ComparisonOptions
{
    public const string Usage =
        "Usage: --compare ROWS [--runs 1-99] [--only TEXT] [--output FOLDER] [--commit TEXT] [--sdk TEXT]";

    public long Rows { get; private init; }

    public int Runs { get; private init; } = 3;

    /// <summary>Only the contestants whose name holds this text.</summary>
    public string Only { get; private init; } = "";

    /// <summary>Where the results are written; nowhere by default.</summary>
    public string? Output { get; private init; }

    public string Commit { get; private init; } = "unknown";

    public string Sdk { get; private init; } = "unknown";

    /// <summary>Reads the options, or gives nothing where the arguments are none.</summary>
    public static ComparisonOptions? Parse(IReadOnlyList<string> arguments)
    {
        ComparisonOptions? options = new();
        for (var i = 0; i < arguments.Count && options is not null; i += 2)
        {
            options = i + 1 < arguments.Count ? options.With(arguments[i], arguments[i + 1]) : null;
        }

        return options is { Rows: > 0 } ? options : null;
    }

    private ComparisonOptions? With(string name, string value) => name switch
    {
        "--compare" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) => this with { Rows = rows },
        "--runs" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) && runs is >= 1 and <= 99 =>
            this with { Runs = runs },
        "--only" => this with { Only = value },
        "--output" => this with { Output = value },
        "--commit" => this with { Commit = value },
        "--sdk" => this with { Sdk = value },
        _ => null,
    };
}

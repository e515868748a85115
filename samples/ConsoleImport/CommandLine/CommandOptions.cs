using System.Collections.Immutable;
using Cadence.SellsyImport;

namespace ConsoleImport.CommandLine;

/// <summary>The command line, read and checked.</summary>
internal sealed record CommandOptions(ConsoleCommand Command)
{
    /// <summary>The export, or the users file of <c>users add</c>; empty where the command takes none.</summary>
    public string File { get; init; } = "";

    public string Database { get; init; } = "cadence.db";

    public string? Users { get; init; }

    public string? Profile { get; init; }

    public ImmutableArray<FieldSetting> Columns { get; init; } = [];

    public ImmutableArray<FieldSetting> Constants { get; init; } = [];

    public RowSelection Rows { get; init; } = RowSelection.All;

    public string? Report { get; init; }

    public string? Statuses { get; init; }

    public string? Save { get; init; }

    public bool Json { get; init; }
}

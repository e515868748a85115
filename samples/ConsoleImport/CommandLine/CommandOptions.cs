using System.Collections.Immutable;
using Cadence.SellsyImport;

namespace ConsoleImport.CommandLine;

/// <summary>The command line, read and checked.</summary>
internal sealed record CommandOptions(ConsoleCommand Command)
{
    /// <summary>
    /// The export, or the users file of <c>users add</c>; empty where the command takes none. For <c>resume</c> what <c>--file</c> names.
    /// </summary>
    public string File { get; init; } = "";

    /// <summary>The id of the import that <c>resume</c> and <c>undo</c> are about.</summary>
    public string ImportId { get; init; } = "";

    public string Database
    {
        get => field ?? (Command == ConsoleCommand.Sample ? "cadence-demo.db" : "cadence.db");
        init;
    }

    /// <summary>How a PostgreSQL server is reached; none where the database is a file. It may hold a password, and is shown nowhere.</summary>
    public string? Connection { get; init; }

    public ExistingLeadPolicy? Existing { get; init; }

    /// <summary>What becomes of a contact that stands on several rows.</summary>
    public RepeatedContacts Repeated { get; init; }

    /// <summary>How many of the rows that would change a lead are shown, at most.</summary>
    public int Changes { get; init; }

    /// <summary>Where the plan of a preview is saved.</summary>
    public string? SavePlan { get; init; }

    /// <summary>The saved plan that an import obeys; none where it makes its own.</summary>
    public string? Plan { get; init; }

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

using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The names of states and policies in the database.</summary>
internal static class StateNames
{
    public static string Of(ImportState state) => state switch
    {
        ImportState.Running => "running",
        ImportState.Interrupted => "interrupted",
        ImportState.Finished => "finished",
        ImportState.Undoing => "undoing",
        ImportState.Undone => "undone",
        ImportState.Ended => "ended",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public static ImportState State(string name) => name switch
    {
        "running" => ImportState.Running,
        "interrupted" => ImportState.Interrupted,
        "finished" => ImportState.Finished,
        "undoing" => ImportState.Undoing,
        "undone" => ImportState.Undone,
        "ended" => ImportState.Ended,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such state."),
    };

    public static string Of(BatchStage stage) => stage switch
    {
        BatchStage.Begun => "begun",
        BatchStage.Written => "written",
        BatchStage.Undoing => "undoing",
        BatchStage.Undone => "undone",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
    };

    public static BatchStage Stage(string name) => name switch
    {
        "begun" => BatchStage.Begun,
        "written" => BatchStage.Written,
        "undoing" => BatchStage.Undoing,
        "undone" => BatchStage.Undone,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such stage."),
    };

    public static string Of(ExistingLeadPolicy policy) => policy switch
    {
        ExistingLeadPolicy.Skip => "skip",
        ExistingLeadPolicy.FillBlanks => "fill blanks",
        ExistingLeadPolicy.Overwrite => "overwrite",
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "No such policy."),
    };

    public static ExistingLeadPolicy Policy(string name) => name switch
    {
        "skip" => ExistingLeadPolicy.Skip,
        "fill blanks" => ExistingLeadPolicy.FillBlanks,
        "overwrite" => ExistingLeadPolicy.Overwrite,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such policy."),
    };
}

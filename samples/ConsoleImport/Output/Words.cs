using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>The words of the JSON and of the statuses file: the same in every language.</summary>
internal static class Words
{
    public static string Of(RowStatus status) => status switch
    {
        RowStatus.Blank => "blank",
        RowStatus.Active => "active",
        RowStatus.Error => "error",
        _ => "success",
    };

    public static string Of(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Added => "success",
        RowOutcome.Updated => "updated",
        RowOutcome.Unchanged => "unchanged",
        RowOutcome.Skipped => "skipped",
        _ => "error",
    };

    public static string Of(UndoOutcome outcome) => outcome switch
    {
        UndoOutcome.Removed => "removed",
        UndoOutcome.Restored => "restored",
        UndoOutcome.Kept => "kept",
        _ => "vanished",
    };

    public static string Of(ImportState state) => state switch
    {
        ImportState.Running => "running",
        ImportState.Interrupted => "interrupted",
        ImportState.Finished => "finished",
        ImportState.Undoing => "undoing",
        ImportState.Ended => "ended",
        _ => "undone",
    };

    public static string Of(ExistingLeadPolicy policy) => policy switch
    {
        ExistingLeadPolicy.Skip => "skip",
        ExistingLeadPolicy.FillBlanks => "fill",
        _ => "overwrite",
    };

    public static string Of(IssueSeverity severity) => severity == IssueSeverity.Error ? "error" : "warning";

    public static string Of(MappingEvidence evidence) => evidence switch
    {
        MappingEvidence.Exact => "exact",
        MappingEvidence.Alias => "alias",
        MappingEvidence.Chosen => "chosen",
        MappingEvidence.Constant => "constant",
        _ => "profile",
    };

    public static string Of(HeadingFamily family) => family switch
    {
        HeadingFamily.Unknown => "unknown",
        HeadingFamily.Mixed => "mixed",
        _ => family.ToString(),
    };

    public static string Of(NewLineStyle newLine) => newLine switch
    {
        NewLineStyle.CrLf => "CRLF",
        NewLineStyle.Lf => "LF",
        NewLineStyle.Cr => "CR",
        NewLineStyle.Mixed => "mixed",
        _ => "none",
    };

    public static string Encoding(ExportFormat format) => format.HasByteOrderMark ? $"{format.Encoding} (BOM)" : format.Encoding;

    public static string Separator(ExportFormat format) => format.Separator == '\t' ? "TAB" : $"{format.Separator}";

    public static string Lines(LineRange lines) => lines.First == lines.Last ? $"{lines.First}" : $"{lines.First}-{lines.Last}";
}

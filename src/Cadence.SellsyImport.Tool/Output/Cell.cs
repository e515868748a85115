using System.Globalization;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>A cell of a table.</summary>
internal readonly record struct Cell(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Cell(string text) => new(text);

    public static implicit operator Cell(long number) => new(Amount(number));

    /// <summary>A number with the thousands separated as the language does it.</summary>
    public static string Amount(long number) =>
        number.ToString("N0", new NumberFormatInfo { NumberGroupSeparator = Say("\u00A0", ",") });

    public static Cell Of(RowStatus status) => status switch
    {
        RowStatus.Blank => new(Say("(vide)", "(blank)"), Tone.Good),
        RowStatus.Success => new(Library.Label(status), Tone.Good),
        RowStatus.Active => new(Library.Label(status), Tone.Known),
        RowStatus.Error => new(Library.Label(status), Tone.Bad),
        _ => new(Library.Label(status), Tone.Faint),
    };

    public static Cell Of(RowOutcome outcome) => new(Library.Label(outcome), outcome switch
    {
        RowOutcome.Added or RowOutcome.Updated => Tone.Good,
        RowOutcome.Unchanged or RowOutcome.Skipped => Tone.Known,
        RowOutcome.Error => Tone.Bad,
        _ => Tone.Faint,
    });

    public static Cell Of(IssueSeverity severity) => severity == IssueSeverity.Error
        ? new(Library.Label(RowStatus.Error), Tone.Bad)
        : new(Say("Avertissement", "Warning"), Tone.Known);
}

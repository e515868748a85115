namespace Cadence.SellsyImport.Mapping;

/// <summary>What a person decided that one text of a column means, such as <c>Abonné</c> for yes.</summary>
/// <param name="Text">The text of the cell, exactly: case and accents count, blanks around it do not.</param>
/// <param name="Value">The text that is read in its place, as it would stand in a cell; empty if the text means nothing.</param>
public sealed record ValueDecision(string Text, string Value)
{
    /// <summary>The name of the type, because the text of a cell may be personal data.</summary>
    /// <returns>A text without any value of the file.</returns>
    public override string ToString() => nameof(ValueDecision);
}

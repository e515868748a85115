namespace ConsoleImport.Output;

/// <summary>Makes a text of a file harmless for a terminal: a control character in it would move the cursor or change the colours.</summary>
internal static class PrintableText
{
    public static string Of(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)) : text;
}

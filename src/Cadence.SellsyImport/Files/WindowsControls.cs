using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>Characters of Windows-1252 that an earlier program took for those of Latin-1, where they are controls: U+009C for œ.</summary>
internal static class WindowsControls
{
    /// <summary>The text with the characters that were meant.</summary>
    public static string Decode(string text) => !text.AsSpan().ContainsAnyInRange('\u0080', '\u009F')
        ? text
        : string.Create(text.Length, text, static (decoded, text) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                decoded[i] = text[i] is >= '\u0080' and <= '\u009F' ? Mojibake.FromWindows1252(text[i]) : text[i];
            }
        });
}

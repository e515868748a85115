using System.CommandLine.Parsing;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>A <c>COLUMN:TEXT=VALUE</c> of <c>--value</c>: what one text of a column means.</summary>
internal sealed record ValueSetting(string Column, string Text, string Value)
{
    /// <remarks>The first colon and the last equals sign separate, for the text may hold both; a column whose heading holds a colon is named by #N. A blank value means nothing.</remarks>
    public static ValueSetting[]? Parse(ArgumentResult result)
    {
        List<ValueSetting> settings = [];
        foreach (var token in result.Tokens.Select(token => token.Value))
        {
            var (colon, equals) = (token.IndexOf(':', StringComparison.Ordinal), token.LastIndexOf('='));
            if (colon <= 0 || equals < colon || string.IsNullOrWhiteSpace(token[(colon + 1)..equals]))
            {
                result.AddError(Say($"--value « {token} » : COLONNE:TEXTE=VALEUR est attendu.", $"--value \"{token}\": COLUMN:TEXT=VALUE is expected."));
                return null;
            }

            settings.Add(new(token[..colon], token[(colon + 1)..equals].Trim(), token[(equals + 1)..].Trim()));
        }

        return [.. settings];
    }
}

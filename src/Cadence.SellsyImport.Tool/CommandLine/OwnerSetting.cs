using System.CommandLine.Parsing;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>A <c>TEXT=USERID</c> of <c>--owner</c>: what the file writes, and the user whom it means.</summary>
internal sealed record OwnerSetting(string Text, string UserId)
{
    /// <remarks>The text may hold an equals sign; the last one separates.</remarks>
    public static OwnerSetting[]? Parse(ArgumentResult result)
    {
        List<OwnerSetting> settings = [];
        foreach (var token in result.Tokens.Select(token => token.Value))
        {
            var equals = token.LastIndexOf('=');
            var (text, userId) = equals < 0 ? ("", "") : (token[..equals].Trim(), token[(equals + 1)..].Trim());
            if (text.Length == 0 || userId.Length == 0)
            {
                result.AddError(Say(
                    $"--owner « {token} » : TEXTE=ID est attendu, sans blanc de part et d'autre du signe égal.",
                    $"--owner \"{token}\": TEXT=USERID is expected, with nothing blank on either side of the equals sign."));
                return null;
            }

            if (settings.Any(setting => setting.Text == text))
            {
                result.AddError(Say(
                    $"--owner « {text} » est donné deux fois : une fois par texte est attendu.",
                    $"--owner \"{text}\" is given twice: once a text is expected."));
                return null;
            }

            settings.Add(new(text, userId));
        }

        return [.. settings];
    }
}

using System.Collections.Immutable;
using System.Text;

namespace Cadence.SellsyImport.Texts;

/// <summary>Fills the placeholders {0} to {9} of a text. A placeholder without an argument is left out; braces in arguments are text.</summary>
internal static class TextTemplate
{
    public static string Fill(string template, ImmutableArray<string> arguments)
    {
        if (!template.Contains('{', StringComparison.Ordinal))
        {
            return template;
        }

        var filled = new StringBuilder(template.Length + 32);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '{' && i + 2 < template.Length && char.IsAsciiDigit(template[i + 1]) && template[i + 2] == '}')
            {
                var argument = template[i + 1] - '0';
                filled.Append(!arguments.IsDefault && argument < arguments.Length ? arguments[argument] : "");
                i += 2;
            }
            else
            {
                filled.Append(template[i]);
            }
        }

        return filled.ToString();
    }
}

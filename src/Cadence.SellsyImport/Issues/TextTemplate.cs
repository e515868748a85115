using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Cadence.SellsyImport.Issues;

/// <summary>
/// Fills a text with arguments: <c>{0}</c> is the first argument; <c>[0|…]</c> is a part that stands only where the first argument is
/// not blank, and <c>[!0|…]</c> only where it is. Braces and brackets in arguments are text.
/// </summary>
internal static partial class TextTemplate
{
    public static string Fill(string template, ImmutableArray<string> arguments)
    {
        var filled = new StringBuilder(template.Length + 32);
        for (var i = 0; i < template.Length;)
        {
            i = template[i] switch
            {
                '{' => AppendArgument(filled, template, i, arguments),
                '[' => AppendPart(filled, template, i, arguments),
                _ => AppendText(filled, template, i),
            };
        }

        return filled.ToString();
    }

    /// <summary>Whether a text has only placeholders and parts that <see cref="Fill"/> knows.</summary>
    public static bool IsValid(string template) => Template().IsMatch(template);

    [GeneratedRegex(@"\A(?:[^{}\[\]]|\{[0-9]\}|\[!?[0-9]\|(?:[^{}\[\]]|\{[0-9]\})*\])*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Template();

    private static int AppendText(StringBuilder filled, string template, int i)
    {
        var length = template.AsSpan(i).IndexOfAny('{', '[');
        length = length < 0 ? template.Length - i : length;
        filled.Append(template, i, length);
        return i + length;
    }

    private static int AppendArgument(StringBuilder filled, string template, int i, ImmutableArray<string> arguments)
    {
        filled.Append(Argument(arguments, template[i + 1] - '0'));
        return i + 3;
    }

    private static int AppendPart(StringBuilder filled, string template, int i, ImmutableArray<string> arguments)
    {
        var bar = template.IndexOf('|', i);
        var end = template.IndexOf(']', i);
        var whereBlank = template[i + 1] == '!';
        if (string.IsNullOrWhiteSpace(Argument(arguments, template[bar - 1] - '0')) == whereBlank)
        {
            filled.Append(Fill(template[(bar + 1)..end], arguments));
        }

        return end + 1;
    }

    private static string Argument(ImmutableArray<string> arguments, int index) =>
        !arguments.IsDefault && index < arguments.Length ? arguments[index] : "";
}

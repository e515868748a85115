using System.Collections.Immutable;

namespace Cadence.SellsyImport.Issues;

/// <summary>
/// The texts of one language. In code and not in .resx satellites, because a host with InvariantGlobalization cannot create the culture
/// that would choose a satellite.
/// </summary>
/// <param name="Labels">Labels of statuses, outcomes, fields and codes, by <c>Type.Name</c>.</param>
/// <param name="Issues">Texts of issues by code, with the placeholders {0}, {1}.</param>
/// <param name="Errors">Texts of errors by code, with the placeholders {0}, {1}.</param>
internal sealed record TextCatalogue(
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Issues,
    IReadOnlyDictionary<string, string> Errors)
{
    private const string IssueText = "IssueText.";
    private const string Error = "Error.";

    /// <summary>Every text under its public key.</summary>
    public IEnumerable<KeyValuePair<string, string>> All =>
    [
        .. Labels,
        .. Issues.Select(text => KeyValuePair.Create(IssueText + text.Key, text.Value)),
        .. Errors.Select(text => KeyValuePair.Create(Error + text.Key, text.Value)),
    ];

    /// <summary>The texts with others added, or in the place of those of the same keys.</summary>
    public TextCatalogue With(IReadOnlyDictionary<string, string> texts) => new(
        With(Labels, texts, key => IsLabel(key) ? key : null),
        With(Issues, texts, key => key.StartsWith(IssueText, StringComparison.Ordinal) ? key[IssueText.Length..] : null),
        With(Errors, texts, key => key.StartsWith(Error, StringComparison.Ordinal) ? key[Error.Length..] : null));

    /// <summary>The message of an error. Its last argument may choose a more specific text.</summary>
    public string ErrorText(string code, ImmutableArray<string> arguments)
    {
        var special = arguments.IsDefaultOrEmpty ? null : Errors.GetValueOrDefault($"{code}.{arguments[^1]}");
        return TextTemplate.Fill(special ?? Errors.GetValueOrDefault(code, code), arguments);
    }

    private static bool IsLabel(string key) =>
        !key.StartsWith(IssueText, StringComparison.Ordinal) && !key.StartsWith(Error, StringComparison.Ordinal);

    private static Dictionary<string, string> With(
        IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> texts, Func<string, string?> keyOf)
    {
        var all = new Dictionary<string, string>(before, StringComparer.Ordinal);
        foreach (var (publicKey, text) in texts)
        {
            if (keyOf(publicKey) is { } key)
            {
                all[key] = text;
            }
        }

        return all;
    }
}

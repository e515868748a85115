using System.Collections.Frozen;
using System.Collections.Immutable;
using Cadence.SellsyImport.Issues;

namespace Cadence.SellsyImport;

/// <summary>
/// The texts of statuses, issues and errors in one language, chosen by the caller and never by the thread's culture. Immutable and
/// thread-safe.
/// </summary>
public sealed class ImportTexts
{
    private readonly FrozenDictionary<string, string> _labels;
    private readonly FrozenDictionary<string, string> _issues;
    private readonly TextCatalogue _catalogue;

    private ImportTexts(string language, TextCatalogue catalogue)
    {
        Language = language;
        _labels = catalogue.Labels.ToFrozenDictionary(StringComparer.Ordinal);
        _issues = catalogue.Issues.ToFrozenDictionary(StringComparer.Ordinal);
        _catalogue = catalogue;
    }

    /// <summary>French: <c>Actif</c>, <c>Erreur</c>, <c>Succès</c>.</summary>
    public static ImportTexts French { get; } = new("fr", FrenchTexts.Catalogue);

    /// <summary>English: <c>Active</c>, <c>Error</c>, <c>Success</c>.</summary>
    public static ImportTexts English { get; } = new("en", EnglishTexts.Catalogue);

    /// <summary>The language as its ISO 639-1 code: <c>fr</c>, <c>en</c>, or what the host gave.</summary>
    public string Language { get; }

    /// <summary>
    /// Every text with its key, such as <c>RowStatus.Active</c>, <c>LeadField.FirstName</c>, <c>Issue.OwnerUnknown</c> (a few words),
    /// <c>IssueText.OwnerUnknown</c> (the whole reason) and <c>Error.PlanUnreadable</c>: what a translation into another language replaces.
    /// <c>{0}</c> stands for the first argument, <c>[0|…]</c> for a part that is left out where the first argument is blank, <c>[!0|…]</c> for one
    /// that stands only there.
    /// </summary>
    public IReadOnlyDictionary<string, string> All => field ??= _catalogue.All.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The same texts with some of the host: for its own codes and fields, or in the place of ours.</summary>
    /// <param name="texts">Texts by the keys of <see cref="All"/>; for a code of the host <c>Issue.CODE</c> and <c>IssueText.CODE</c>.</param>
    /// <returns>The texts, in the same language.</returns>
    /// <exception cref="ArgumentException">A key is blank, or a text has braces or brackets that are no placeholder.</exception>
    public ImportTexts With(IReadOnlyDictionary<string, string> texts) => ForLanguage(Language, texts);

    /// <summary>A language of the host. What it does not translate stays as it is here.</summary>
    /// <param name="language">The language as its ISO 639-1 code, such as <c>es</c>.</param>
    /// <param name="texts">Texts by the keys of <see cref="All"/>.</param>
    /// <returns>The texts.</returns>
    /// <exception cref="ArgumentException">The language or a key is blank, or a text has braces or brackets that are no placeholder.</exception>
    public ImportTexts ForLanguage(string language, IReadOnlyDictionary<string, string> texts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        ArgumentNullException.ThrowIfNull(texts);
        foreach (var (key, text) in texts)
        {
            if (string.IsNullOrWhiteSpace(key) || text is null || !TextTemplate.IsValid(text))
            {
                throw new ArgumentException(
                    $"The text of the key '{key}' has a brace or bracket that is no placeholder; {{0}} to {{9}}, [0|…] and [!0|…] are expected.", nameof(texts));
            }
        }

        return new(language, _catalogue.With(texts));
    }

    /// <summary>The label of a status; an empty text for blank.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The label.</returns>
    public string Label(RowStatus status) => _labels[$"{nameof(RowStatus)}.{status}"];

    /// <summary>The label of an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>The label.</returns>
    public string Label(RowOutcome outcome) => _labels[$"{nameof(RowOutcome)}.{outcome}"];

    /// <summary>How far an import has come.</summary>
    /// <param name="state">The state.</param>
    /// <returns>Its label.</returns>
    public string Label(ImportState state) => _labels[$"{nameof(ImportState)}.{state}"];

    /// <summary>What became of a lead when its import was undone.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>Its label.</returns>
    public string Label(UndoOutcome outcome) => _labels[$"{nameof(UndoOutcome)}.{outcome}"];

    /// <summary>What becomes of a row whose contact is in Cadence already.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>Its label.</returns>
    public string Label(ExistingLeadPolicy policy) => _labels[$"{nameof(ExistingLeadPolicy)}.{policy}"];

    /// <summary>The label of a field; the name of a field that the host added.</summary>
    /// <param name="fieldName">The name of the field.</param>
    /// <returns>The label.</returns>
    public string FieldLabel(string fieldName) => _labels.GetValueOrDefault($"{nameof(LeadField)}.{fieldName}", fieldName);

    /// <summary>The label of what a row would change: of the field, or of the texts of the field that could not be read.</summary>
    /// <param name="change">The change.</param>
    /// <returns>The label.</returns>
    public string FieldLabel(FieldChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.IsUnread ? TextTemplate.Fill(_labels["UnreadTexts"], [FieldLabel(change.Field)]) : FieldLabel(change.Field);
    }

    /// <summary>The reason that an issue gives, with its field and its remedy. May hold values of the file.</summary>
    /// <param name="issue">The issue.</param>
    /// <returns>One or two sentences; for a code without a text its title, or the code itself.</returns>
    public string IssueText(ImportIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var text = TextTemplate.Fill(_issues.GetValueOrDefault(issue.Code) ?? IssueTitle(issue.Code), issue.Arguments);
        return issue.Field is null ? text : $"{FieldLabel(issue.Field)}{_labels["FieldSeparator"]}{text}";
    }

    /// <summary>The short name of an issue's code, as in a count of reasons.</summary>
    /// <param name="code">The code.</param>
    /// <returns>A few words; the code itself if it is a host's own.</returns>
    public string IssueTitle(string code) => _labels.GetValueOrDefault($"Issue.{code}", code);

    /// <summary>The message of an error.</summary>
    /// <param name="code">The code, one of <see cref="ErrorCodes"/>.</param>
    /// <param name="arguments">What the text names, in the order of its placeholders.</param>
    /// <returns>What was found, where, what was expected and what to do.</returns>
    public string ErrorText(string code, ImmutableArray<string> arguments) => _catalogue.ErrorText(code, arguments);
}

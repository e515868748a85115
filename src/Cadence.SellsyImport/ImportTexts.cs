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

    /// <summary>The language as its ISO 639-1 code: <c>fr</c> or <c>en</c>.</summary>
    public string Language { get; }

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

    /// <summary>The reason that an issue gives, with its field and its remedy. May hold values of the file.</summary>
    /// <param name="issue">The issue.</param>
    /// <returns>One or two sentences; the code where the code is a host's own.</returns>
    public string IssueText(ImportIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var text = TextTemplate.Fill(_issues.GetValueOrDefault(issue.Code, issue.Code), issue.Arguments);
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

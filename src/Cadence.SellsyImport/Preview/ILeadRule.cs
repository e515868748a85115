using System.Collections.Immutable;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// A rule of the host about leads, asked by the preview: an error keeps a row from being added, a warning is shown beside it. Its reasons reach
/// the preview, the plan, the report and the file of rejected rows. Registered with
/// <see cref="SellsyImportBuilder.AddRule{TRule}"/>.
/// </summary>
/// <remarks>
/// The write does not ask again: what the preview showed is what is done. Calls of one preview come one after the other, those of several
/// previews at the same time. Its exceptions propagate and end the preview.
/// </remarks>
public interface ILeadRule
{
    /// <summary>The name of the rule, stable and unique in the host; part of <see cref="ImportPlan.SettingsHash"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Changes whenever the rule judges otherwise than before, so that plans made under the earlier rule are refused; part of
    /// <see cref="ImportPlan.SettingsHash"/>.
    /// </summary>
    string Version { get; }

    /// <summary>Judges leads. Rows that are in error already are not asked about.</summary>
    /// <param name="leads">The leads of consecutive rows that can be added so far, 1 to 2,048, in the order of the file.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>
    /// The issues, none for a lead without any, several for one lead if need be. <see cref="ImportIssue.Row"/> is the row of a lead that was given;
    /// <see cref="ImportIssue.Code"/> is a code of the host, with a text in <see cref="ImportTexts"/>.
    /// </returns>
    ValueTask<ImmutableArray<ImportIssue>> CheckAsync(ImmutableArray<CheckedLead> leads, CancellationToken cancellationToken = default);
}

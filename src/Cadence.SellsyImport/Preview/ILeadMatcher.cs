using System.Collections.Immutable;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// A second match of the host, by a key of its own or by e-mail: it finds the existing lead that a contact of the file is perhaps, although the
/// store does not have its contact id. A person decides on each match, with <see cref="PreviewOptions.MatchDecisions"/>: nothing is matched in
/// silence. Registered with <see cref="SellsyImportBuilder.UseMatcher{TMatcher}"/>.
/// </summary>
/// <remarks>
/// Only the preview asks; the write does what the preview showed. Calls of one preview come one after the other, those of several previews at
/// the same time. Its exceptions propagate and end the preview.
/// </remarks>
public interface ILeadMatcher
{
    /// <summary>The name of the matcher, stable in the host; part of <see cref="ImportPlan.SettingsHash"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Changes whenever the matcher finds otherwise than before, so that plans made under the earlier one are refused; part of
    /// <see cref="ImportPlan.SettingsHash"/>.
    /// </summary>
    string Version { get; }

    /// <summary>
    /// Finds existing leads. It is asked once for each contact of the file, about its first row without an error, and only if the store does not
    /// have the contact.
    /// </summary>
    /// <param name="sellsyAccount">The Sellsy account of the file; empty for a host with one account. The existing leads must be of this account.</param>
    /// <param name="leads">The leads as their rows make them, 1 to 2,048, in the order of the file, each contact once.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>
    /// For each lead, in the same order, the Sellsy contact id of the existing lead, or <see langword="null"/> if there is none or if several
    /// are equally likely. An id that the store does not have, or another number of answers, ends the preview with
    /// <see cref="ErrorCodes.SeamContractBroken"/>.
    /// </returns>
    ValueTask<ImmutableArray<string?>> MatchAsync(
        string sellsyAccount, ImmutableArray<CheckedLead> leads, CancellationToken cancellationToken = default);
}

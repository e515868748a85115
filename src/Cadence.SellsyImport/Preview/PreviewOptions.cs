using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport;

/// <summary>What a person decided about a file before its preview: a preview is made of the file, the mapping and this. Immutable.</summary>
public sealed class PreviewOptions
{
    /// <summary>Nothing was decided.</summary>
    public static PreviewOptions Default { get; } = new();

    /// <summary>Decisions about owners, and nothing else.</summary>
    /// <param name="decisions">The decisions; null stands for no decision.</param>
    public static implicit operator PreviewOptions(OwnerDecisions? decisions) => FromOwnerDecisions(decisions);

    /// <summary>Decisions about owners, and nothing else.</summary>
    /// <param name="decisions">The decisions; null stands for no decision.</param>
    /// <returns>The options.</returns>
    public static PreviewOptions FromOwnerDecisions(OwnerDecisions? decisions) => new() { Decisions = decisions ?? OwnerDecisions.None };

    /// <summary>What a saved profile holds besides the mapping: its decisions about owners and matches, and how the file is read.</summary>
    /// <param name="profile">The profile. Its values are a part of the mapping that it is applied to.</param>
    /// <param name="sellsyAccount">The Sellsy account of the file; null stands for that of the options of the import.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentException">The name is not one of an account.</exception>
    public static PreviewOptions FromProfile(ImportProfile profile, string? sellsyAccount = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new() { SellsyAccount = sellsyAccount, Decisions = profile.Owners, MatchDecisions = profile.MatchDecisions, Overrides = profile.Overrides };
    }

    /// <summary>The Sellsy account that the file is of, for a host whose contacts come from several accounts.</summary>
    /// <value>As <see cref="SellsyImportOptions.SellsyAccount"/>, which is used for null. Default: <see langword="null"/>.</value>
    /// <exception cref="ArgumentException">The name is not one of an account.</exception>
    public string? SellsyAccount
    {
        get;
        init => field = value is null || SellsyAccounts.IsValid(value)
            ? value
            : throw new ArgumentException($"The name of a Sellsy account has {SellsyAccounts.Expected}.", nameof(value));
    }

    /// <summary>The users that the person chose for the names of owners.</summary>
    /// <value>Default: <see cref="OwnerDecisions.None"/>.</value>
    public OwnerDecisions Decisions { get; init; } = OwnerDecisions.None;

    /// <summary>What the person decided about contacts that the host's <see cref="Preview.ILeadMatcher"/> matched to existing leads.</summary>
    /// <value>Default: <see cref="MatchDecisions.None"/>: such a row is an error.</value>
    public MatchDecisions MatchDecisions { get; init; } = MatchDecisions.None;

    /// <summary>What the person corrects in the file.</summary>
    /// <value>Default: <see cref="Corrections.None"/>.</value>
    public Corrections Corrections { get; init; } = Corrections.None;

    /// <summary>What the person chose about the reading of the file; open the file with the same for a mapping that fits.</summary>
    /// <value>Default: <see cref="ReadingOverrides.None"/>.</value>
    public ReadingOverrides Overrides { get; init; } = ReadingOverrides.None;
}

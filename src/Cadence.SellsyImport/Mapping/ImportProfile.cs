using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport;

/// <summary>
/// A mapping with its owner decisions, saved as a JSON file and applied to the next export of the same kind. People can review and edit the
/// file. Columns are named by their headings, not by their positions. Immutable and thread-safe.
/// </summary>
/// <example>
/// <code>
/// {
///   "version": 1,
///   "fields": {
///     "FirstName": { "column": "PRENOM CONTACT" },
///     "LastName": { "column": "Nom", "occurrence": 2 },
///     "Owner": { "constant": "Marie Durand" }
///   },
///   "owners": { "M. Durand": "u-12" },
///   "blankOwner": "u-3",
///   "unknownOwner": "u-3",
///   "matches": { "1204": "388", "1205": "" },
///   "otherMatches": "new",
///   "reading": { "encoding": "ibm850", "separator": ";", "headingRow": 3, "shortRows": "blank", "dateOrders": { "Birthday": "mdy" } }
/// }
/// </code>
/// </example>
public sealed record ImportProfile
{
    internal ImportProfile(ImmutableArray<ImportProfileField> fields, OwnerDecisions owners, ReadingOverrides overrides)
    {
        Fields = fields;
        Owners = owners;
        Overrides = overrides;
    }

    /// <summary>What feeds the fields, in the order of <see cref="LeadFields.All"/>, then the host's own by name.</summary>
    public ImmutableArray<ImportProfileField> Fields { get; }

    /// <summary>Which user a person decided on for an owner's text, for blank and for unknown owners.</summary>
    public OwnerDecisions Owners { get; }

    /// <summary>What a person chose about the reading of the file. Open and preview the next file with it.</summary>
    /// <value>Default: <see cref="ReadingOverrides.None"/>.</value>
    public ReadingOverrides Overrides { get; private init; }

    /// <summary>What a person decided about contacts that the host's <see cref="Preview.ILeadMatcher"/> matched to existing leads.</summary>
    /// <value>Default: <see cref="MatchDecisions.None"/>.</value>
    public MatchDecisions MatchDecisions { get; private init; } = MatchDecisions.None;

    /// <summary>Makes a profile of a mapping.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="decisions">The owner decisions; none by default.</param>
    /// <param name="columns">
    /// The columns of the file that the mapping was made for; they show which headings occur several times. Without them such a heading
    /// is saved without its occurrence, and <see cref="ApplyTo"/> will ask which one is meant.
    /// </param>
    /// <returns>The profile.</returns>
    public static ImportProfile From(FieldMapping mapping, OwnerDecisions? decisions = null, ImmutableArray<ExportColumn> columns = default)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var all = columns.IsDefault ? [] : columns;
        return new(ProfileOrder.Sort(mapping.Assignments.Select(assignment => ProfileColumns.Name(assignment, all))), decisions ?? OwnerDecisions.None, ReadingOverrides.None);
    }

    /// <summary>The same profile with what a person chose about the reading of the file.</summary>
    /// <param name="overrides">What was chosen.</param>
    /// <returns>The profile.</returns>
    public ImportProfile WithOverrides(ReadingOverrides overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        return this with { Overrides = overrides };
    }

    /// <summary>The same profile with decisions about matches. They are saved with contact ids.</summary>
    /// <param name="decisions">The decisions.</param>
    /// <returns>The profile.</returns>
    public ImportProfile WithMatchDecisions(MatchDecisions decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return this with { MatchDecisions = decisions };
    }

    /// <summary>Reads a profile.</summary>
    /// <param name="json">The JSON text, of version 1.</param>
    /// <param name="fileName">The name of the file for messages.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="SellsyImportException">
    /// <see cref="ErrorCodes.ProfileUnreadable"/>: no JSON, another version, a member that version 1 does not have, or two entries that
    /// contradict one another. The message gives the place and never the content.
    /// </exception>
    public static ImportProfile Parse(string json, string fileName)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(fileName);
        return ProfileJson.Parse(json, fileName);
    }

    /// <summary>Reads a profile from a file: UTF-8 with or without byte order mark, at most 16 MiB.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="SellsyImportException">There is no such file, or it is no profile; see <see cref="Parse"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Task<ImportProfile> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ProfileFile.LoadAsync(path, cancellationToken);
    }

    /// <summary>
    /// Writes the profile to a file as UTF-8. A file of that name is replaced at once, after the new one is whole: it is never half written.
    /// </summary>
    /// <param name="path">The path of the file; its directory exists.</param>
    /// <param name="cancellationToken">Cancels the writing; an earlier file stays as it was.</param>
    /// <returns>The writing.</returns>
    /// <exception cref="SellsyImportException"><see cref="ErrorCodes.FileUnwritable"/>: the file cannot be written there.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ProfileFile.SaveAsync(path, ToJson(), cancellationToken);
    }

    /// <summary>The profile as JSON: indented, lines ended by LF, always in the same order, letters as they are.</summary>
    /// <returns>The text that <see cref="Parse"/> reads.</returns>
    public string ToJson() => ProfileJson.Write(this);

    /// <summary>Applies the profile to a file.</summary>
    /// <param name="fileName">The name of the file for messages.</param>
    /// <param name="columns">The columns of the file.</param>
    /// <param name="fields">The fields of the import.</param>
    /// <returns>The mapping, with <see cref="MappingEvidence.Profile"/> as its evidence.</returns>
    /// <exception cref="SellsyImportException">
    /// <see cref="ErrorCodes.FieldUnknown"/>: the import does not have a field of the profile.
    /// <see cref="ErrorCodes.ColumnsNotFound"/>: the file does not have columns of the profile; all of them are named.
    /// <see cref="ErrorCodes.IdentityConstant"/>: the profile gives the contact id a constant.
    /// <see cref="ErrorCodes.ColumnAmbiguous"/>: a heading occurs several times in the file, and the profile does not say which one.
    /// </exception>
    public FieldMapping ApplyTo(string fileName, ImmutableArray<ExportColumn> columns, LeadFieldCollection fields)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(fields);
        return ProfileColumns.Apply(this, fileName, columns, fields);
    }

    /// <summary>Whether both profiles say the same: their JSON is equal.</summary>
    /// <param name="other">The other profile.</param>
    /// <returns><see langword="true"/> when they do.</returns>
    public bool Equals(ImportProfile? other) => other is not null && string.Equals(ToJson(), other.ToJson(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToJson(), StringComparison.Ordinal);

    /// <summary>Describes the size of the profile, without any name.</summary>
    /// <returns>A text such as <c>ImportProfile, 12 fields, 3 owners</c>.</returns>
    public override string ToString() => $"{nameof(ImportProfile)}, {Fields.Length} fields, {Owners.All.Count()} owners";
}

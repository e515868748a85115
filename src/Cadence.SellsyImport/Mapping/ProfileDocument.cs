namespace Cadence.SellsyImport.Mapping;

/// <summary>A profile of version 1 as it stands in the JSON.</summary>
/// <param name="Version">The version of the format.</param>
/// <param name="Fields">What feeds a field, by its name.</param>
/// <param name="Owners">The id of the user, by the owner's text.</param>
/// <param name="BlankOwner">The id of the user for blank owners.</param>
/// <param name="UnknownOwner">The id of the user for unknown owners.</param>
/// <param name="Matches">The contact id of an existing lead, by the contact id in the file; an empty text for a new lead.</param>
/// <param name="OtherMatches">The decision on every other match.</param>
/// <param name="Reading">What was chosen about the reading of the file.</param>
internal sealed record ProfileDocument(
    int Version,
    Dictionary<string, ProfileFieldDocument?>? Fields = null,
    Dictionary<string, string?>? Owners = null,
    string? BlankOwner = null,
    string? UnknownOwner = null,
    Dictionary<string, string?>? Matches = null,
    string? OtherMatches = null,
    ProfileReadingDocument? Reading = null);

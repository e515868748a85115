using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;

namespace Cadence.SellsyImport.Importing;

/// <summary>What a preview is about to be made of, by which an interrupted import is recognised.</summary>
/// <param name="FileHash">The hash of the file.</param>
/// <param name="Mapping">The mapping.</param>
/// <param name="Facts">What the whole file says, also which texts name one owner.</param>
/// <param name="Owners">The answers for the owners of the file, with the decisions under which they were given.</param>
/// <param name="MatchDecisions">The decisions about contacts that may be existing leads.</param>
/// <param name="Corrections">What a person corrects in the file.</param>
/// <param name="SettingsHash">The hash of fields, limits and rules.</param>
/// <param name="RepeatedContacts">What becomes of a contact that stands on several rows.</param>
/// <param name="Overrides">What a person chose about the reading of the file.</param>
internal sealed record PreviewedImport(
    string FileHash,
    FieldMapping Mapping,
    ExportFacts Facts,
    OwnerCache Owners,
    MatchDecisions MatchDecisions,
    Corrections Corrections,
    string SettingsHash,
    RepeatedContacts RepeatedContacts,
    ReadingOverrides Overrides);

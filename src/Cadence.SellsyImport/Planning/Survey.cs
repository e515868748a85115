using Cadence.SellsyImport.Owners;

namespace Cadence.SellsyImport.Planning;

/// <summary>What the survey found.</summary>
/// <param name="Facts">What only the whole file can tell.</param>
/// <param name="Owners">The cells of its owners, in the order of their numbers.</param>
/// <param name="Blocks">The file, cut at records before which nothing matters for those after them.</param>
/// <param name="Contacts">Which contacts occur once only; none where the survey did not see every row.</param>
internal sealed record Survey(ExportFacts Facts, IReadOnlyList<OwnerCellPair> Owners, List<SurveyedBlock> Blocks, ContactHints? Contacts);

namespace Cadence.SellsyImport.Mapping;

/// <summary>The field that a heading means.</summary>
/// <param name="Field">The field.</param>
/// <param name="Rank">0 for the field's name, else the one-based place of the alias among the field's aliases.</param>
/// <param name="IsWeak">Whether the heading counts only where no stronger heading of the field is there.</param>
internal sealed record HeadingMatch(LeadField Field, int Rank, bool IsWeak)
{
    public MappingEvidence Evidence => Rank == 0 ? MappingEvidence.Exact : MappingEvidence.Alias;
}

namespace Cadence.SellsyImport.Mapping;

/// <summary>Why a field has its column or constant.</summary>
public enum MappingEvidence
{
    /// <summary>The heading, folded, is the name of the field.</summary>
    Exact,

    /// <summary>The heading, folded, is one of the field's aliases.</summary>
    Alias,

    /// <summary>A person or the host chose the column.</summary>
    Chosen,

    /// <summary>A person or the host gave a constant.</summary>
    Constant,

    /// <summary>A saved profile says so.</summary>
    Profile,
}

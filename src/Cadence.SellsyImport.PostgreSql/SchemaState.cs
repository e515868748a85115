namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The state of the schema.</summary>
internal enum SchemaState
{
    /// <summary>No such schema.</summary>
    Missing,

    /// <summary>A schema without tables.</summary>
    Empty,

    /// <summary>The tables of version 3, which can be updated.</summary>
    OfVersion3,

    /// <summary>The tables of version 4, which can be updated.</summary>
    OfVersion4,

    /// <summary>The tables of this version.</summary>
    Ready,
}

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The state of the schema.</summary>
internal enum SchemaState
{
    /// <summary>No such schema.</summary>
    Missing,

    /// <summary>A schema without tables.</summary>
    Empty,

    /// <summary>The tables of the previous version, which can be updated.</summary>
    Outdated,

    /// <summary>The tables of this version.</summary>
    Ready,
}

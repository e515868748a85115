namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The state of the schema.</summary>
internal enum SchemaState
{
    /// <summary>No such schema.</summary>
    Missing,

    /// <summary>A schema without tables.</summary>
    Empty,

    /// <summary>The tables of an earlier version, which can be updated.</summary>
    Older,

    /// <summary>The tables of this version.</summary>
    Ready,
}

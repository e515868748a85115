namespace Cadence.SellsyImport.Mapping;

/// <summary>What a value of the sample says about a column that a heading gives to a field.</summary>
internal enum ValueFit
{
    /// <summary>The value can be one of the field.</summary>
    Fits,

    /// <summary>The value does not fit the field, but a bad value of the field would look the same.</summary>
    Doubtful,

    /// <summary>The value is one of another kind.</summary>
    Foreign,
}

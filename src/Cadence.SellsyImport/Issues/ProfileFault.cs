namespace Cadence.SellsyImport.Issues;

/// <summary>What is wrong with a profile: the last argument of <see cref="ErrorCodes.ProfileUnreadable"/>, which has a text of its own for each.</summary>
internal enum ProfileFault
{
    /// <summary>Arguments: byte.</summary>
    NoUtf8,

    /// <summary>Arguments: bytes, limit.</summary>
    TooLong,

    /// <summary>Arguments: line, byte.</summary>
    NoJson,

    /// <summary>Half of a surrogate pair. Arguments: character.</summary>
    HalfCharacter,

    /// <summary>Half of a surrogate pair in a name.</summary>
    HalfCharacterInName,

    VersionMissing,

    VersionNoNumber,

    /// <summary>Arguments: version.</summary>
    VersionUnknown,

    /// <summary>Neither a column nor a constant. Arguments: entry of the fields.</summary>
    FieldWithoutSource,

    /// <summary>Both a column and a constant. Arguments: entry of the fields.</summary>
    FieldWithTwoSources,

    /// <summary>Arguments: entry of the fields.</summary>
    ConstantBlank,

    /// <summary>Arguments: entry of the fields.</summary>
    OccurrenceWithoutColumn,

    /// <summary>Arguments: entry of the fields.</summary>
    OccurrenceBelowOne,

    /// <summary>Arguments: entry of the fields.</summary>
    ColumnOfEarlierField,

    /// <summary>Arguments: entry of the owners.</summary>
    OwnerBlank,

    /// <summary>Arguments: entry of the owners.</summary>
    OwnerOfEarlierEntry,

    /// <summary>A value of the reading that is unknown, or with which no file can be read.</summary>
    ReadingInvalid,
}

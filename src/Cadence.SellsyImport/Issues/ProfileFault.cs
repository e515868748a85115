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

    /// <summary>Further columns of a field that is no list, or a further entry without a column. Arguments: entry of the fields.</summary>
    FurtherColumnsOfOneValue,

    /// <summary>Decisions on texts without a column, on a blank text, twice on one text, or without a value. Arguments: entry of the fields.</summary>
    ValuesWrong,

    /// <summary>Arguments: entry of the owners.</summary>
    OwnerBlank,

    /// <summary>Arguments: entry of the owners.</summary>
    OwnerOfEarlierEntry,

    /// <summary>The user for blank or unknown owners is blank.</summary>
    DefaultOwnerBlank,

    /// <summary>A blank contact id in the decisions on matches, or an unknown decision on the other ones.</summary>
    MatchesWrong,

    /// <summary>A value of the reading that is unknown, or with which no file can be read.</summary>
    ReadingInvalid,
}

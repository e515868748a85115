namespace Cadence.SellsyImport;

/// <summary>What a phone number reaches.</summary>
public enum PhoneType
{
    /// <summary>A landline.</summary>
    Phone,

    /// <summary>A mobile.</summary>
    Mobile,

    /// <summary>A fax.</summary>
    Fax,
}

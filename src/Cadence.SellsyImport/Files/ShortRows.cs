namespace Cadence.SellsyImport.Files;

/// <summary>What becomes of a row with fewer fields than the headings.</summary>
public enum ShortRows
{
    /// <summary>The row is an error.</summary>
    Error,

    /// <summary>
    /// The missing fields are blank, and the row has the warning <see cref="IssueCodes.FieldsMissing"/>. The row must have digits under the heading
    /// of the contact's id, and the line below must not look like the rest of it; otherwise it is an error.
    /// </summary>
    Blank,
}

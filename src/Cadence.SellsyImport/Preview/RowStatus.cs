namespace Cadence.SellsyImport;

/// <summary>What the preview says of a row. <c>Success</c> follows only after the row was added.</summary>
public enum RowStatus
{
    /// <summary>The contact is absent from Cadence: the row can be added. Shown as nothing.</summary>
    Blank,

    /// <summary>The contact is already in Cadence. <i>Actif</i>.</summary>
    Active,

    /// <summary>The row cannot be imported; all its reasons are listed. <i>Erreur</i>.</summary>
    Error,

    /// <summary>The row was added. <i>Succès</i>.</summary>
    Success,

    /// <summary>A person left the row out, by <see cref="Files.Corrections.ExcludedRows"/>. <i>Exclu</i>.</summary>
    Excluded,
}

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>A lead that nobody else can change until the commit.</summary>
/// <param name="Id">Its id in the table.</param>
/// <param name="Version">The number of its changes.</param>
/// <param name="CreatedByImport">The number of the import that created it; none where none did.</param>
/// <param name="OwnCompany">The row of its company, where the company has neither id nor name.</param>
/// <param name="HasCadences">Whether a cadence runs for it.</param>
internal sealed record HeldLead(long Id, int Version, long? CreatedByImport, long? OwnCompany, bool HasCadences)
{
    public long MixedVersion => VersionMix.Of(Id, Version, CreatedByImport);

    /// <summary>The version that a change of the importer gives it.</summary>
    public long NextVersion => VersionMix.Of(Id, Version + 1, CreatedByImport);
}

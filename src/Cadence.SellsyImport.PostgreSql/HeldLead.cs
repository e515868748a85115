namespace Cadence.SellsyImport.PostgreSql;

/// <summary>A lead that no other transaction can change until the commit.</summary>
/// <param name="Id">Its id in the table.</param>
/// <param name="Version">Its version.</param>
/// <param name="OwnCompany">The row of its company, if the company has neither id nor name.</param>
/// <param name="HasCadences">Whether a cadence is running for it.</param>
internal sealed record HeldLead(long Id, long Version, long? OwnCompany, bool HasCadences);

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>What the generated files say about a lead, and who owns it. The rules of the policies stand here a second time, as plainly as possible.</summary>
internal sealed record LeadFacts(string? FirstName, string? LastName, string? JobPosition, string? Note, string? Company, string OwnerId)
{
    /// <summary>The blanks are filled; the owner stays.</summary>
    public LeadFacts FilledBy(LeadFacts row) => new(
        FirstName ?? row.FirstName,
        LastName ?? row.LastName,
        JobPosition ?? row.JobPosition,
        Note ?? row.Note,
        Company ?? row.Company,
        OwnerId);

    /// <summary>Every value that the row has replaces the one that is there, its owner included.</summary>
    public LeadFacts OverwrittenBy(LeadFacts row) => row.FilledBy(this);

    public LeadFacts Under(ExistingLeadPolicy policy, LeadFacts row) => policy switch
    {
        ExistingLeadPolicy.FillBlanks => FilledBy(row),
        ExistingLeadPolicy.Overwrite => OverwrittenBy(row),
        _ => this,
    };

    /// <summary>What an undo leaves: each value that still is as the import left it is the old one again.</summary>
    public static LeadFacts Restored(LeadFacts before, LeadFacts after, LeadFacts current)
    {
        return new(
            Value(before.FirstName, after.FirstName, current.FirstName),
            Value(before.LastName, after.LastName, current.LastName),
            Value(before.JobPosition, after.JobPosition, current.JobPosition),
            Value(before.Note, after.Note, current.Note),
            Value(before.Company, after.Company, current.Company),
            Value(before.OwnerId, after.OwnerId, current.OwnerId)!);

        static string? Value(string? before, string? after, string? current) => current == after ? before : current;
    }
}

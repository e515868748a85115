namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>What the generated files say about a lead, and who owns it. The rules of the policies stand here a second time, as plainly as possible.</summary>
internal sealed record LeadFacts(string? FirstName, string? LastName, string? JobPosition, string? Note, string? Company, string OwnerId)
{
    private const char Separator = '|';

    /// <summary>The names of the other companies in order, each followed by a bar.</summary>
    public string OtherCompanies { get; init; } = "";

    public IEnumerable<string> AllCompanies =>
        OtherCompanies.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Concat(Company is null ? [] : [Company]);

    public static string Names(IEnumerable<string?> companies) => string.Concat(companies.Select(company => $"{company}{Separator}"));

    /// <summary>A later row of the same contact fills the blanks and adds its company.</summary>
    public LeadFacts MergedWith(LeadFacts row) => FilledBy(row) with
    {
        OtherCompanies = Company is null || row.Company is null || row.Company == Company ? OtherCompanies : Union(OtherCompanies, Names([row.Company])),
    };

    public LeadFacts Under(ExistingLeadPolicy policy, LeadFacts row) => policy switch
    {
        ExistingLeadPolicy.FillBlanks => FilledBy(row),
        ExistingLeadPolicy.Overwrite => row.FilledBy(this) with { OtherCompanies = Union(OtherCompanies, row.OtherCompanies) },
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
            Value(before.OwnerId, after.OwnerId, current.OwnerId)!)
        {
            OtherCompanies = Value(before.OtherCompanies, after.OtherCompanies, current.OtherCompanies)!,
        };

        static string? Value(string? before, string? after, string? current) => current == after ? before : current;
    }

    /// <summary>The blanks are filled; the owner stays.</summary>
    private LeadFacts FilledBy(LeadFacts row) => new(
        FirstName ?? row.FirstName,
        LastName ?? row.LastName,
        JobPosition ?? row.JobPosition,
        Note ?? row.Note,
        Company ?? row.Company,
        OwnerId)
    {
        OtherCompanies = Union(OtherCompanies, row.OtherCompanies),
    };

    private static string Union(string there, string added) =>
        Names([.. there.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Union(added.Split(Separator, StringSplitOptions.RemoveEmptyEntries))]);
}

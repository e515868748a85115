namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>The cells of a generated row; blank ones are empty.</summary>
internal sealed record FileRow(string ContactId, string FirstName, string LastName, string Owner, string JobPosition, string Note, string CompanyId, string Company)
{
    public const string Headings = "ID Sellsy;Prénom;Nom;Propriétaire;Fonction;Note;ID société Sellsy;Client / prospects / fournisseurs liés";

    public string Line => string.Join(';', ContactId, FirstName, LastName, Owner, JobPosition, Note, CompanyId, Company);

    /// <summary>What the row says about its lead.</summary>
    public LeadFacts Facts(string ownerId) =>
        new(Value(FirstName), Value(LastName), Value(JobPosition), Value(Note), Value(Company), ownerId);

    private static string? Value(string cell) => cell.Length == 0 ? null : cell;
}

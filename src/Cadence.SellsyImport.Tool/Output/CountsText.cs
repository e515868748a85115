namespace Cadence.SellsyImport.Tool.Output;

/// <summary>The counts of an import as one balance, such as <c>18 rows read = 9 added + 9 in error</c>. What is zero is left out.</summary>
internal static class CountsText
{
    public static string Of(ImportCounts counts)
    {
        (long Count, string Name)[] parts =
        [
            (counts.Added, Say("ajoutée", "added")), (counts.Updated, Say("mise à jour", "updated")), (counts.Unchanged, Say("inchangée", "unchanged")),
            (counts.Skipped, Say("ignorée", "skipped")), (counts.Errors, Say("en erreur", "in error")), (counts.Pending, Say("en attente", "pending")),
        ];
        var sum = parts.Where(part => part.Count > 0).Select(part => $"{Cell.Amount(part.Count)} {Plural(part.Count, part.Name)}").DefaultIfEmpty("0");
        var read = counts.Read > 1 ? Say("lignes lues", "rows read") : Say("ligne lue", "row read");
        return $"{Cell.Amount(counts.Read)} {read} = {string.Join(" + ", sum)}";
    }

    private static string Plural(long count, string name) => (count > 1, name) switch
    {
        (true, "ajoutée" or "inchangée" or "ignorée") => name + "s",
        (true, "mise à jour") => "mises à jour",
        _ => name,
    };
}

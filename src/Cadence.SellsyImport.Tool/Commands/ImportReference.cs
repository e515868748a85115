using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Tool.Commands;

/// <summary>
/// Finds the import that the command line means: by its id, by the first characters of it, or the newest one. That is the same one when a command is repeated
/// after it was interrupted, also where it had ended just before: it never goes on with an older import.
/// </summary>
internal static class ImportReference
{
    private const string Last = "last";
    private const int ShortestShown = 8;

    /// <summary>The import.</summary>
    /// <exception cref="SellsyImportException">There is none.</exception>
    /// <exception cref="RefusedException">Several ids start with the text, or the newest import is in a state that the command cannot use.</exception>
    public static async Task<LedgerImport> FindAsync(ImportServices services, string text, Func<LedgerImport, bool> isUsable, CancellationToken cancellationToken)
    {
        var imports = await services.History.ReadAsync(cancellationToken).ToListAsync(cancellationToken);
        if (text == Last)
        {
            return imports switch
            {
                [] => throw new RefusedException(Say("La base n'a aucun import.", "The database has no import.")),
                [var newest, ..] when isUsable(newest) => newest,
                [var newest, ..] => throw new RefusedException(Say(
                    $"Le dernier import, {newest.Import.ImportId} de {newest.Import.FileName}, est dans l'état {Library.Label(newest.State)}. Donnez l'identifiant d'un autre ; history les montre.",
                    $"The newest import, {newest.Import.ImportId} of {newest.Import.FileName}, has the state {Library.Label(newest.State)}. Give the id of another one; history shows them.")),
            };
        }

        var found = imports.Where(import => import.Import.ImportId.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToList();
        return imports.Find(import => import.Import.ImportId == text) ?? found switch
        {
            [var only] => only,
            [] => throw new SellsyImportException(ErrorCodes.ImportUnknown, text),
            _ => throw new RefusedException(Say(
                $"Plusieurs imports commencent par {text} : {Ids(found)}. Donnez plus de caractères.",
                $"Several imports start with {text}: {Ids(found)}. Give more characters.")),
        };
    }

    /// <summary>As many characters of each id as distinguish it from the others.</summary>
    public static int LengthOf(IReadOnlyCollection<LedgerImport> imports)
    {
        var ids = imports.Select(import => import.Import.ImportId).ToList();
        var length = ShortestShown;
        while (length < ids.Select(id => id.Length).DefaultIfEmpty().Max() && ids.DistinctBy(id => id[..Math.Min(length, id.Length)]).Count() < ids.Count)
        {
            length++;
        }

        return length;
    }

    private static string Ids(IEnumerable<LedgerImport> imports) => string.Join(", ", imports.Select(import => import.Import.ImportId));
}

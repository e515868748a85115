using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Tool.Commands;

/// <summary>Finds the import that the command line means: by its id, by the first characters of it, or the last one.</summary>
internal static class ImportReference
{
    private const string Last = "last";
    private const int ShortestShown = 8;

    /// <summary>The import; with <c>last</c> the newest one in a state that the command can use.</summary>
    /// <exception cref="SellsyImportException">There is none.</exception>
    /// <exception cref="RefusedException">Several ids start with the text.</exception>
    public static async Task<LedgerImport> FindAsync(ImportServices services, string text, Func<LedgerImport, bool> isUsable, CancellationToken cancellationToken)
    {
        var imports = await services.History.ReadAsync(cancellationToken).ToListAsync(cancellationToken);
        if (text == Last)
        {
            return imports.Find(isUsable.Invoke) ?? throw new RefusedException(Say(
                "Aucun import de la base n'est dans l'état voulu. history les montre.",
                "No import of the database is in the state that is needed. history shows them."));
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

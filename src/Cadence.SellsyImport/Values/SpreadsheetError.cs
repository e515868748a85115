using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// What a spreadsheet writes where a cell has no value that it can show: the errors of formulas as Excel, LibreOffice and Google Sheets write
/// them in English and in French, and the signs <c>####</c> of a column that is too narrow.
/// </summary>
internal static class SpreadsheetError
{
    private const int LongestWord = 20;
    private const string LibreOffice = "Err:";
    private const int DigitsOfLibreOffice = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "#N/A",
        "#N/D",
        "#REF!",
        "#VALUE!",
        "#VALEUR!",
        "#NAME?",
        "#NOM?",
        "#DIV/0!",
        "#NUM!",
        "#NOMBRE!",
        "#NULL!",
        "#NUL!",
        "#SPILL!",
        "#PROPAGATION!",
        "#EPARS!",
        "#ÉPARS!",
        "#CALC!",
        "#FIELD!",
        "#CHAMP!",
        "#BLOCKED!",
        "#BLOQUE!",
        "#BLOQUÉ!",
        "#UNKNOWN!",
        "#INCONNU!",
        "#CONNECT!",
        "#CONNEXION!",
        "#BUSY!",
        "#OCCUPE!",
        "#OCCUPÉ!",
        "#EXTERNAL!",
        "#EXTERNE!",
        "#PYTHON!",
        "#TIMEOUT!",
        "#GETTING_DATA",
        "#CHARGEMENT_DONNEES",
        "#OBTENTION_DONNEES",
        "#ERROR!",
        "#ERREUR!").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the whole text is such an error. The blank that LibreOffice puts before the last sign in French does not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Is(ReadOnlySpan<char> text) =>
        !text.IsEmpty && (text[0] is '#' or 'E' or 'e' or '\'' || BlankCharacters.IsBlank(text[0])) && IsError(text);

    private static bool IsError(ReadOnlySpan<char> text)
    {
        var value = BlankCharacters.Trim(text).TrimStart('\'');
        return value.Length >= 2 && value[0] switch
        {
            '#' => !value.ContainsAnyExcept('#') || IsWord(value),
            'E' or 'e' => IsLibreOffice(value),
            _ => false,
        };
    }

    private static bool IsWord(ReadOnlySpan<char> value)
    {
        Span<char> word = stackalloc char[LongestWord];
        return TryCollect(value, word, out var length) && Words.Contains(word[..length]);
    }

    private static bool IsLibreOffice(ReadOnlySpan<char> value)
    {
        Span<char> word = stackalloc char[LongestWord];
        return value.StartsWith(LibreOffice.AsSpan(0, LibreOffice.Length - 1), StringComparison.OrdinalIgnoreCase)
            && TryCollect(value, word, out var length)
            && length == LibreOffice.Length + DigitsOfLibreOffice
            && word.StartsWith(LibreOffice, StringComparison.OrdinalIgnoreCase)
            && DigitsReader.IsDigits(word[LibreOffice.Length..length]);
    }

    private static bool TryCollect(ReadOnlySpan<char> value, Span<char> word, out int length)
    {
        length = 0;
        foreach (var character in value)
        {
            if (BlankCharacters.IsBlank(character))
            {
                continue;
            }

            if (length == word.Length)
            {
                return false;
            }

            word[length++] = character;
        }

        return true;
    }
}

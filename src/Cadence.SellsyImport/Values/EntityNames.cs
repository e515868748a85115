using System.Buffers;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// The names of HTML 5 that HTML 4, and so .NET, does not know: those of ASCII and of Latin Extended-A (HTML Living Standard, named character
/// references). Programs that encode every character which has a name write them.
/// </summary>
internal static class EntityNames
{
    private const char FirstOfLatinExtendedA = '\u0100';
    private const string None = ".";

    private const string Ascii =
        "Tab\t NewLine\n excl! num# dollar$ percnt% lpar( rpar) ast* plus+ comma, period. sol/ colon: semi; equals= quest? commat@ lsqb[ "
        + "bsol\\ rsqb] Hat^ lowbar_ grave` lcub{ verbar| vert| rcub} AMP& LT< GT> QUOT\"";

    private const string LatinExtendedA =
        "Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron Dcaron dcaron Dstrok dstrok Emacr emacr "
        + ". . Edot edot Eogon eogon Ecaron ecaron Gcirc gcirc Gbreve gbreve Gdot gdot Gcedil . Hcirc hcirc Hstrok hstrok Itilde itilde "
        + "Imacr imacr . . Iogon iogon Idot imath IJlig ijlig Jcirc jcirc Kcedil kcedil kgreen Lacute lacute Lcedil lcedil Lcaron lcaron "
        + "Lmidot lmidot Lstrok lstrok Nacute nacute Ncedil ncedil Ncaron ncaron napos ENG eng Omacr omacr . . Odblac odblac OElig oelig "
        + "Racute racute Rcedil rcedil Rcaron rcaron Sacute sacute Scirc scirc Scedil scedil Scaron scaron Tcedil tcedil Tcaron tcaron "
        + "Tstrok tstrok Utilde utilde Umacr umacr Ubreve ubreve Uring uring Udblac udblac Uogon uogon Wcirc wcirc Ycirc ycirc Yuml "
        + "Zacute zacute Zdot zdot Zcaron zcaron";

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByName =
        All().ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The characters of a name.</summary>
    public static SearchValues<char> Characters { get; } = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static bool TryFind(ReadOnlySpan<char> name, [NotNullWhen(true)] out string? character) => ByName.TryGetValue(name, out character);

    private static IEnumerable<KeyValuePair<string, string>> All()
    {
        var ascii = Ascii.Split(' ').Select(entry => KeyValuePair.Create(entry[..^1], entry[^1..]));
        var latin = LatinExtendedA.Split(' ').Select((name, place) => KeyValuePair.Create(name, ((char)(FirstOfLatinExtendedA + place)).ToString()));
        return ascii.Concat(latin.Where(entry => entry.Key != None));
    }
}

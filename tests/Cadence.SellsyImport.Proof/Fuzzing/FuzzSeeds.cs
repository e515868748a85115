using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Testing;
using static Cadence.SellsyImport.Testing.SellsyExportColumn;

namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>The files that are mutated: generated exports in every shape, and nasty ones written by hand.</summary>
internal static class FuzzSeeds
{
    private const int Longest = 2_048;
    private const int LongestOfShort = 320;

    private static readonly string[] Nasty =
    [
        "ID Sellsy;Prénom;Nom;Propriétaire;Note\r\n"
            + "1;Anne;Petit;Hélène Aubrac;\"a\r\nb\"\r\n2;Luc;Grand;Paul Martin;\"24\"\" écran\"\r\n3;Zoé;;;\r\n",
        "ID Sellsy;Prénom;Nom;Note\r\n1;Zoé;Petit;a\r\n"
            + "2;Ali;Roux;\"d\r\n3;Léa;Blanc;24\"\r\n4;Bob;\"Noir;e\r\n5;Eve;Vert;f\r\n6;Guy;Brun;g\r\n",
        "sep=;\r\nID Sellsy;Prénom;Propriétaire\r\n1;Anne;Hélène Aubrac\r\n2;Luc;\r\n",
        "Contacts du 02/03/2026;;;\r\n\r\n   \r\nID Sellsy;Prénom;Nom;Propriétaire\r\n1;Anne;Petit;Hélène Aubrac\r\nTotal;1;;\r\n",
        "CONTACT;PRENOM;NOM;\nID;CONTACT;CONTACT;\n1;Anne;Petit;\n2;Luc;Grand;\n3;Zoé;Tard;\n",
        "ID,Name,Owner,Email\r1,Petit,Karl Weiß,\"a@b.example,c@d.example\"\r2,\"Gra\rnd\",,\r",
        "PrÃ©nom\tID Sellsy\tPropriÃ©taire\tTÃ©lÃ©phone\nAnne\t1\tHÃ©lÃ¨ne Aubrac\t05 46 77 88 99\nLuc\t2\tx\t3,3546E+10\n",
        "\"ID Sellsy\"|\"Prénom\"|\"Date de création\"|\"Société\"|\"ID Societe Sellsy\"\n"
            + "\"1\"|\"A\"|\"03/04/2026\"|\"Dupont, Martin\"|\"7,8\"\n\"2\"|\"B\"|\"25/04/2026 10:00\"|\"Dupont\"|\"\"\n",
        "ID Sellsy;Prénom;Owner\n1;a;b\n\uFEFFID Sellsy;Prénom;Owner\n2;c;d\n\uFEFF\n3;e;f\n",
        "ID Sellsy;ID Sellsy;Prénom;;;\n1;2;a;;;\n;;;;;\n3;4;\0;\u0085;\uFFFD;\u2028\n",
        "ID\n1\n2\n\"3\n4\n",
        "id sellsy;prénom;nom;note\n1;a;b;<p>x</p><br/>&nbsp;&#233;&bogus;<\n2;=1+1;-2;@x\n",
        "Numéro;Client;Date;Statut;Montant TTC\n1;a;b;c;d\n",
        "ID COMMENTAIRE SELLSY;TEXTE\n1;x\n",
        "",
    ];

    public static IReadOnlyList<byte[]> All { get; } = [.. Written().Concat(Generated()).Where(seed => seed.Length <= Longest)];

    /// <summary>The short ones, in which each byte counts for more.</summary>
    public static IReadOnlyList<byte[]> Short { get; } = [.. All.Where(seed => seed.Length <= LongestOfShort)];

    private static IEnumerable<byte[]> Written()
    {
        foreach (var text in Nasty)
        {
            yield return Encoding.UTF8.GetBytes(text);
            yield return Encoding.Latin1.GetBytes(text);
            yield return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)];
        }

        yield return [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Nasty[0])];
        yield return [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Nasty[1])];
        yield return Encoding.Unicode.GetBytes(Nasty[0]);
        yield return [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Nasty[0])];
        yield return [.. Encoding.UTF8.GetBytes(Nasty[0]), .. Encoding.Latin1.GetBytes(Nasty[0])];
    }

    private static IEnumerable<byte[]> Generated()
    {
        SellsyExportColumn[][] selections =
        [
            [ContactId, FirstName, LastName, Owner, Note],
            [ContactId, FirstName, Owner],
            [FirstName, ContactId, Owner, CreatedAt, Email, Phone, CompanyId, Company, Tags, EmailConsent],
            [],
        ];
        var seed = 0;
        foreach (var family in new[] { HeadingFamily.ImportTemplate, HeadingFamily.FrenchList, HeadingFamily.EnglishList })
        {
            foreach (var columns in selections)
            {
                foreach (var newLine in new[] { NewLineStyle.CrLf, NewLineStyle.Lf, NewLineStyle.Cr })
                {
                    var options = new SellsyExportOptions
                    {
                        Seed = ++seed,
                        Rows = columns.Length is 0 ? 2 : 4,
                        Family = family,
                        Columns = [.. columns.Where(column => family != HeadingFamily.ImportTemplate || column != Owner)],
                        Encoding = (SellsyExportEncoding)(seed % 4),
                        Separator = ";,\t|"[seed % 3],
                        NewLine = newLine,
                        QuoteEveryCell = seed % 2 == 0,
                        Owners = 4,
                        Companies = 3,
                        MultilineNoteShare = 0.5,
                    };
                    yield return new SellsyExportGenerator(options).ToBytes();
                }
            }
        }
    }
}

using FsCheck;
using FsCheck.Fluent;

namespace Cadence.SellsyImport.Tests.Properties;

/// <summary>Makes exports whose cells are right, wrong, repeated, damaged and hostile, in any mixture.</summary>
internal static class RandomExports
{
    public const string Headings = "ID Sellsy;Prénom;Nom;Propriétaire;E-mail;Téléphone;Anniversaire;Société;ID société;Note";

    private static readonly string[] Ids = ["1", "2", "3", "4", "5", "17", "042", "x1", "", "3,41174E+13", "99999999999999999999"];
    private static readonly string[] FirstNames = ["Anne", "Zoé", "", "N/C", "é́", "=1+1", new('x', 51)];
    private static readonly string[] LastNames = ["Petit", "D'Œuvre", "123", "", "\"\"guillemet\"\""];
    private static readonly string[] Owners = ["Marie Durand", "DURAND marie", "Hélène Brûlé", "helene  brule (Lyon)", "Paul Martin", "Jean Inconnu", "", ";"];
    private static readonly string[] Emails = ["a@b.example", "a@b.example,c@d.example", "a@@b", "", "-"];
    private static readonly string[] Phones = ["05 46 77 88 99", "+33 (0)5 46 77 88 99", "3,3546E+10", "abc", ""];
    private static readonly string[] Dates = ["03/04/1990", "25/12/1990", "12/25/1990", "0000-00-00", "demain"];
    private static readonly string[] Companies = ["Acme", "ACMÉ", "Dupont, Martin & Fils", "Acme | Globex", ""];
    private static readonly string[] CompanyIds = ["7", "8", "7,8", "", "x"];
    private static readonly string[] Notes = ["", "une\nnote", "<p>a</p>", "a;b", "\u202Eabc"];

    private static readonly Gen<string> Line =
        from cells in Gen.CollectToArray(new[] { Ids, FirstNames, LastNames, Owners, Emails, Phones, Dates, Companies, CompanyIds, Notes }, Gen.Elements)
        from damage in Gen.Choose(0, 19)
        select Damage(string.Join(';', cells.Select(Quote)), damage);

    public static Arbitrary<string[]> Lines { get; } = Line.ArrayOf().ToArbitrary();

    private static string Quote(string cell) => $"\"{cell}\"";

    private static string Damage(string line, int damage) => damage switch
    {
        0 => line + ";trop",
        1 => line[..(line.Length / 2)],
        2 => line.Insert(line.Length / 3, "\""),
        3 => "",
        _ => line,
    };
}

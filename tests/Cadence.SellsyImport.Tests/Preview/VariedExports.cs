using FsCheck;
using FsCheck.Fluent;

namespace Cadence.SellsyImport.Tests.Preview;

/// <summary>Makes exports most of whose cells are right, or would be but for one character.</summary>
internal static class VariedExports
{
    public const string Headings =
        "ID CONTACT;PRENOM CONTACT;NOM CONTACT;Propriétaire;ID propriétaire;CIVILITE CONTACT;E-MAIL CONTACT;TEL CONTACT;MOBILE CONTACT;"
        + "SITE WEB CONTACT;LINKEDIN CONTACT;DATE CREATION CONTACT;ANNIVERSAIRE CONTACT;SOCIETE;ID SOCIETE;SIRET;SIREN;NOTE CONTACT;TAGS CONTACT;INSCRIT CAMPAGNES EMAIL;Couleur";

    private static readonly string[] Ids = [.. Enumerable.Range(1, 40).Select(id => $"{id}"), "042", "0", "9999999999999999999", "18446744073709551616", " 7", "7 ", "x1", ""];
    private static readonly string[] FirstNames = ["Anne", "Zoé", "Noé", "N/A", "N/A ", "n/c.", "NC.", "Na", "0", "00", "É", "à", "-", " Luc", "\u00A0Luc", "Anne\u00A0", "é́", new('x', 50), new('é', 26), new('é', 51), "FranÃ§ois", "créée", "été…"];
    private static readonly string[] LastNames = ["Petit", "D'Œuvre", "", "Ângelo", "Ãngela", "L’Été", "Müller", "0000-00-00", "<b>Petit</b>"];
    private static readonly string[] Owners = ["Marie Durand", "DURAND marie", "Hélène Brûlé", "Hélène Brûlé", "Paul Martin", "Jean Inconnu", "", "Marie Durand, Hélène Brûlé", "-"];
    private static readonly string[] OwnerIds = ["", "", "", "71", "71", "72", "7,1E+1"];
    private static readonly string[] Civilities = ["Mme", "M.", "", "Dr", "MÃ©dame"];
    private static readonly string[] Emails = ["a@b.example", "a.b-c_d+e@b-c.d.example", "A@B.EXAMPLE", "a..b@c.example", ".a@b.example", "a.@b.example", "a@b", "a@b.1", "a@-b.example", "a@b-.example", "a@b..example", "a@b.example.", "a@@b.example", "a@b@c.example", "a@b.example,c@d.example", "mailto:a@b.example", "é@b.example", "a@é.example", " a@b.example", "", $"{new string('a', 65)}@b.example", $"a@{new string('b', 64)}.example"];
    private static readonly string[] Phones = ["0546778899", "05 46 77 88 99", "05.46.77.88.99", "05-46-77-88-99", "05 46-77.88 99", "+33546778899", "+33 5 46 77 88 99", "+33  5 46 77 88 99", "+330546778899", "00 46 77 88 99", "0508123456", "05 08 12 34 56", "+33508123456", "+33 5 08 12 34 56", "0262123456", "0692123456", "0590123456", "0939512345", "0800123456", "08 00 12 34 56", "0000000000", "054677889", "05467788990", "05 46 77 88 9", "5 46 77 88 99", "546778899", "3,3546E+10", "abc", "", "05/46/77/88/99"];
    private static readonly string[] Websites = ["exemple.example", "www.exemple.example/", "https://exemple.example", "http://exemple.example/a?b=c#d", "HTTP://exemple.example", "ftp://exemple.example", "exemple", "exemple.1", "exemple.e1", "https://exemple.example:80/", "https://exemple.example:8a/", "https://127.0.0.1/", "exemple.example/a b", "https://exemple.example/é", "https://-a.example", "exemple.example?a", "a@exemple.example", "exemple..example", ""];
    private static readonly string[] Dates = ["03/04/1990", "25/12/1990", "12/25/1990", "31/02/1990", "29/02/2000", "2026-04-25", "2026-13-01", "25/12/1849", "25/12/2201", "01/01/2026 14:30", "01/01/2026 24:00", "01/01/2026 14:30:15", "01/01/2026 14:30:60", "01/01/2026T14:30", "01/01/2026 14h30", "2026-04-25 01:02:03", "0000-00-00", "00/00/0000", "0000-00-00 00:00:00", "demain", "", "0a/01/2026", "01/01/20a6", "1/1/2026"];
    private static readonly string[] Companies = ["Acme", "ACMÉ", "Acme ", "\u00A0Acme", "Dupont, Martin & Fils", "Acme | Globex", "Globex\u2028Acme", "", "-", "N/C", "L’Œuvre (Paris)", new('c', 129), "Sociétéé", "\u200B"];
    private static readonly string[] CompanyIds = ["7", "8", "7,8", "", "x", "7,1E+1", "012", "99999999999999999999"];
    private static readonly string[] Sirets = ["73282932000074", "73282932000075", "732 829 320 00074", "35600000049837", "", "7,32829E+13"];
    private static readonly string[] Sirens = ["732829320", "732829321", "", "000000000", "732 829 320"];
    private static readonly string[] Notes = ["", "une\nnote", "<p>a</p>", "a;b", "a & b", "Ã©tÃ©", "«été»"];
    private static readonly string[] Tags = ["", "a,b", "client"];
    private static readonly string[] Consents = ["Y", "n", "Oui", "NON", "", "oui ", "peut-être", "1", "TRUE", "é"];
    private static readonly string[] Colours = ["", "", "bleu", "vert"];

    private static readonly string[][] Columns =
    [
        Ids, FirstNames, LastNames, Owners, OwnerIds, Civilities, Emails, Phones, Phones, Websites, Websites, Dates, Dates, Companies, CompanyIds,
        Sirets, Sirens, Notes, Tags, Consents, Colours,
    ];

    // The first two of each column are right: where only a few cells of a line are others, many lines are right as a whole.
    private static readonly Gen<string> Line =
        from usual in Gen.CollectToArray(Columns, column => Gen.Elements(column.Take(2)))
        from unusual in Gen.CollectToArray(Columns, Gen.Elements)
        from isUnusual in Gen.Choose(0, 11).ArrayOf(Columns.Length)
        select string.Join(';', usual.Select((cell, i) => $"\"{(i == 0 || isUnusual[i] == 0 ? unusual[i] : cell)}\""));

    public static Arbitrary<string[]> Lines { get; } = Line.ArrayOf(60).ToArbitrary();
}

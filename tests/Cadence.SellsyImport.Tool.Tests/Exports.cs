namespace Cadence.SellsyImport.Tool.Tests;

/// <summary>Small exports; the people in them are invented.</summary>
internal static class Exports
{
    public const string Headings = "ID Sellsy;Prénom;Nom;E-mail;Propriétaire;Note\r\n";

    /// <summary>Four rows: two good ones, of which the first stands on three lines, one of an unknown owner, one without a first name.</summary>
    public const string FourRows =
        Headings
        + "101;Nina;Perret;nina@perret.example;Ada Fontaine;\"one\r\ntwo\r\nthree\"\r\n"
        + "102;Paul;Gaillard;paul@gaillard.example;Nobody Known;\r\n"
        + "103;;Sorel;contact@sorel.example;Luc Moreau;\r\n"
        + "104;Tom;Vidal;tom@vidal.example;MOREAU Luc;\r\n";

    /// <summary>Good rows without anything remarkable.</summary>
    public static string OfRows(int count) =>
        Headings + string.Concat(Enumerable.Range(1, count).Select(row => $"{100 + row};Nina;Perret{row};nina{row}@perret.example;Ada Fontaine;\r\n"));
}

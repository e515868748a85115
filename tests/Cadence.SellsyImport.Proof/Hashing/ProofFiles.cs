using System.Text;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Proof.Hashing;

/// <summary>
/// The sample files, generated exports of each family, and files whose texts a culture, a time zone or a letter case could change.
/// </summary>
internal static class ProofFiles
{
    private const string Dotless =
        "ID SELLSY;PRENOM;NOM;PROPRIETAIRE;CIVILITE;DATE DE CREATION;ANNIVERSAIRE;TELEPHONE;EMAIL;INSCRIT CAMPAGNES EMAIL;SMART TAGS;"
        + "SIRET SOCIETE;NOM SOCIETE\r\n"
        + "1;İdil;IŞIK;ilker ışık;MLLE;03/04/2026 01:30;03/04/26;05 46 77 88 99;INFO@ISTANBUL.EXAMPLE;OUI;fidélité, FIDÉLITÉ;"
        + "73282932000074;\"Işık, Kırmızı & Cie\"\r\n"
        + "2;Iris;Ibañez;İLKER IŞIK;mlle;25/04/2026 23:59;01/01/27;0033 5 46 77 88 99;info@istanbul.example;non;I, i, İ, ı;"
        + "3,41174E+13;\"Işık, Kırmızı & Cie\"\r\n"
        + "3;Straße;WEISS;karl weiß;MONSIEUR;29/03/2026 02:30;31/12/68;+262 692 12 34 56;x@münchen.example;O;;"
        + "732829320;\"Dupont, Martin\"\r\n"
        + "4;Actif;Déjà;Paul MARTIN;Mr;2026-10-25 02:30:00;31/12/25;3,3546E+10;;1;;;Dupont\r\n"
        + "5;Ali;Sans;Hélène AUBRAC (Ventes);Dr;25/10/2026, 02:30;15/06/2569;546778899;a b@c.example;Y;;;\r\n"
        + "5;Ali;Deux fois;Aubrac Hélène;Dr;١٢/٠٣/٢٠٢٦;;٠٥ ٤٦ ٧٧ ٨٨ ٩٩;;N/C;;;\r\n";

    private const string Numbers =
        "ID Sellsy;Prénom;Propriétaire;Effectif;Montant;Code postal;Date de création;Note\n"
        + "10;Anne;Hélène Aubrac;\"12,50\";\"1 234,5\";01000;04/13/2026;<p>Bonjour&nbsp;;</p><br />à bientôt\n"
        + "11;Luc;Thomas Leroy–Dumas;1\u00a0234;1.234,5;2A004;03/04/2026;=1+1\n"
        + "12;Zoé;Inconnu Total;1\u202f234;(12);97400;12/31/2026;\"ligne 1\r\nligne 2\"\n"
        + "13;Max;;1'234;-5;;not a date;\"jamais fermé\n"
        + "14;Ève;Aubrac;½;1e5;75008;02/29/2024;é\n";

    public static IEnumerable<(string Name, byte[] Bytes)> All()
    {
        var samples = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data"), "*.csv");
        foreach (var path in samples.Order(StringComparer.Ordinal))
        {
            yield return (Path.GetFileName(path), File.ReadAllBytes(path));
        }

        foreach (var family in new[] { HeadingFamily.ImportTemplate, HeadingFamily.FrenchList, HeadingFamily.EnglishList })
        {
            foreach (var encoding in Enum.GetValues<SellsyExportEncoding>())
            {
                var options = new SellsyExportOptions { Rows = 60, Family = family, Encoding = encoding, Companies = 7, Owners = 3 };
                yield return ($"{family}-{encoding}.csv", new SellsyExportGenerator(options).ToBytes());
            }
        }

        yield return ("dotless.csv", Encoding.UTF8.GetBytes(Dotless));
        yield return ("dotless-utf-32.csv", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Dotless)]);
        yield return ("numbers.csv", Encoding.UTF8.GetBytes(Numbers));
        yield return ("glued.csv", [.. Encoding.UTF8.GetBytes(Numbers), .. Encoding.Latin1.GetBytes(Numbers)]);
        yield return ("mojibake.csv", Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Numbers))));
        yield return ("empty.csv", []);
        yield return ("archive.csv", [0x50, 0x4B, 3, 4, 20, 0]);
        yield return ("invoices.csv", "Numéro;Client;Date;Statut;Montant TTC\n1;a;b;c;d\n"u8.ToArray());
        yield return ("IMPORT İ.csv", "ID;TITLE\n1;I\n"u8.ToArray());
    }
}

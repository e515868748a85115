using System.Globalization;
using System.Text;

namespace Cadence.SellsyImport.Quartz.Tests.Support;

/// <summary>Exports of which no two have a contact or a company in common, so that it does not matter in which order they are imported.</summary>
internal static class ClusterFiles
{
    private static readonly string[] Owners = ["Hélène Aubrac", "Thomas Leroy-Dumas", "Karim N'Daw"];

    public static IReadOnlyList<CadenceUser> Users { get; } =
        [new("1", "Hélène", "Aubrac"), new("2", "Thomas", "Leroy-Dumas"), new("3", "Karim", "N'Daw")];

    public static ImportSource Of(int number, int rows)
    {
        var text = new StringBuilder("ID Sellsy;Prénom;Nom;E-mail;Téléphone;ID SOCIETE SELLSY;Société;Propriétaire\r\n");
        var random = new Random(number);
        for (var row = 1; row <= rows; row++)
        {
            // Each twentieth contact stands twice, each fortieth owner is unknown, and some addresses are wrong.
            var id = (number * 100_000) + (row % 20 == 0 ? row - 1 : row);
            var company = (number * 1_000) + random.Next(40);
            var owner = row % 40 == 7 ? "Nobody Known" : Owners[random.Next(Owners.Length)];
            var email = row % 25 == 3 ? "not an address" : $"p{id}@example.example";
            text.Append(CultureInfo.InvariantCulture, $"{id};Ada{row};Example{number};{email};+3354677{row % 10_000:0000};{company};Company {company};{owner}\r\n");
        }

        return ImportSource.FromBytes(string.Create(CultureInfo.InvariantCulture, $"contacts-{number}.csv"), Encoding.UTF8.GetBytes(text.ToString()));
    }
}

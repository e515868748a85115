using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>An export of ten thousand values that bear a mark, in a thousand rows, some of them in error or damaged.</summary>
internal static class MarkedExport
{
    public const string FileName = "marked.csv";

    /// <summary>What every value of a person holds, and nothing else does.</summary>
    public const string Mark = "zqcanari";

    private const int Rows = 1_000;

    private static readonly string[] Headings =
    [
        "PRENOM CONTACT", "NOM CONTACT", "FONCTION CONTACT", "EMAIL CONTACT", "TELEPHONE CONTACT", "NOTE CONTACT", "SOCIETE", "VILLE", "ADRESSE PARTIE 1",
        "SITE WEB CONTACT",
    ];

    /// <summary>The identities of its contacts.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. Enumerable.Range(1, Rows).Select(id => $"{id}")];

    /// <summary>How many marked values there are in a text.</summary>
    public static int CountMarks(ReadOnlySpan<byte> text) => text.Count(Encoding.ASCII.GetBytes(Mark));

    public static byte[] ToBytes()
    {
        var text = new StringBuilder("ID CONTACT;Propriétaire;").AppendJoin(';', Headings).Append("\r\n");
        for (var row = 1; row <= Rows; row++)
        {
            var owner = row % 50 == 0 ? $"{Mark} Inconnu" : Batches.Owner.FullName;
            text.Append(CultureInfo.InvariantCulture, $"{row};{owner}");
            for (var column = 0; column < Headings.Length; column++)
            {
                text.Append(CultureInfo.InvariantCulture, $";{Mark}{(row * Headings.Length) + column}");
            }

            text.Append(row % 70 == 0 ? $";{Mark} trop\r\n" : "\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

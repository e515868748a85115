using System.Globalization;
using System.Text;

namespace Cadence.SellsyImport.Proof.Growth;

/// <summary>Files with many owners, many companies, and the same contact many times.</summary>
internal static class ManyKinds
{
    private const int Users = 1_000;

    private static readonly GrowthHost ManyUsers = new(
        Enumerable.Range(0, Users).Select(i => new CadenceUser($"u{i}", Name(i), $"{Name(i / 32)}-{Name(i * 7)}")));

    private static readonly GrowthHost OneName = new(Enumerable.Range(0, Users).Select(i => new CadenceUser($"u{i}", "Hélène", $"Aubrac {Name(i)}")));

    public static IEnumerable<GrowthKind> All() =>
    [
        Kind("distinct unknown owners, 1,000 users", "rows", 100_000, 3_200, ManyUsers, row => $"{row};Anne;{Name(row)}{row} {Name(row * 7)};Exemple;"),
        Kind("distinct owners who share a word with all users", "rows", 100_000, 400, OneName, row => $"{row};Anne;Hélène {Name(row)}{row};Exemple;"),
        .. Enum.GetValues<RepeatedContacts>().SelectMany(OfRule),
        Kind("distinct companies", "rows", 200_000, 25_000, GrowthHost.Usual, row => $"{row};Anne;Hélène Aubrac;Exemple {row};{row}"),
        Kind("distinct companies with a comma", "rows", 200_000, 12_500, GrowthHost.Usual, row => $"{row};Anne;Hélène Aubrac;Exemple {row}, Fils;"),
        Kind("one company with an id of its own on each row", "rows", 200_000, 12_500, GrowthHost.Usual, row => $"{row};Anne;Hélène Aubrac;Exemple;{row}"),
        Kind("ids that a table of hashes would keep in one place", "rows", 200_000, 25_000, GrowthHost.Usual, row => $"{Colliding(row)};Anne;Hélène Aubrac;Exemple;"),
        Kind("the same ids in one place, twice each", "rows", 200_000, 25_000, GrowthHost.Usual, row => $"{Colliding(row / 2)};Anne;Hélène Aubrac;Exemple;"),
    ];

    private static IEnumerable<GrowthKind> OfRule(RepeatedContacts rule)
    {
        var host = new GrowthHost(ProofHost.Users, options => options.RepeatedContacts = rule);
        yield return Kind($"one id on each row, {rule}", "rows", 1_000_000, 50_000, host, _ => "1;Anne;Hélène Aubrac;Exemple;");
        yield return Kind($"one id and one address on each row, {rule}", "rows", 200_000, 12_500, host, _ => "1;Anne;Hélène Aubrac;Exemple;;a@exemple.example");
        yield return Kind($"two rows of each id, {rule}", "rows", 1_000_000, 25_000, host, row => $"{(row / 2) + 1};Anne;Hélène Aubrac;Exemple;");
    }

    private static GrowthKind Kind(string name, string unit, int largest, int largestOfQuick, GrowthHost host, Func<int, string> row) =>
        new(name, "file", unit, largest, largestOfQuick, count => Prepared(host, File(count, row), count));

    private static Action Prepared(GrowthHost host, byte[] file, int rows) => () => host.Preview(file, rows);

    private static byte[] File(int rows, Func<int, string> row)
    {
        var text = new StringBuilder("CONTACT ID;PRENOM CONTACT;OWNER;NOM SOCIETE;ID SOCIETE SELLSY").Append(row(1).Contains('@', StringComparison.Ordinal) ? ";EMAIL CONTACT\n" : "\n");
        for (var i = 0; i < rows; i++)
        {
            text.Append(row(i + 1)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Ids whose products with the golden ratio's multiplier follow each other: hashed by it alone, all fall into one place.</summary>
    private static string Colliding(int row)
    {
        const ulong inverse = 0xF1DE83E19937733D;
        for (var step = (ulong)row * 41; ; step++)
        {
            if (unchecked(step * inverse) is > 0 and < 10_000_000_000_000_000_000 and var id)
            {
                return id.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    private static string Name(int number)
    {
        var name = new StringBuilder();
        for (var rest = (uint)number * 2_654_435_761; name.Length < 6; rest /= 20)
        {
            name.Append("bcdfghjklmnpqrstvwxz"[(int)(rest % 20)]).Append("aeiou"[name.Length % 5]);
        }

        return name.ToString();
    }
}

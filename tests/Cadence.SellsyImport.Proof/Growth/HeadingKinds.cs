using System.Text;

namespace Cadence.SellsyImport.Proof.Growth;

/// <summary>Files with as many headings as the options allow.</summary>
internal static class HeadingKinds
{
    private const int Largest = 5_000;
    private const int LargestOfQuick = 2_500;
    private const int Rows = 20;

    private static readonly GrowthHost AllColumns = new(ProofHost.Users, options => options.KeepUnmappedColumns = true);

    public static IEnumerable<GrowthKind> All() =>
        from headings in Headings()
        from stage in Stages()
        select new GrowthKind($"{stage.Name}: {headings.Name}", "file", "headings", Largest, LargestOfQuick, count => Prepared(stage.Run, File(count, headings.Make)));

    /// <summary>Damaged headings are refused, which is measured too.</summary>
    private static Action Prepared(Action<byte[]> run, byte[] file) => () =>
    {
        try
        {
            run(file);
        }
        catch (SellsyImportException refusal) when (refusal.Code == ErrorCodes.HeadingsDamaged)
        {
        }
    };

    private static IEnumerable<(string Name, Action<byte[]> Run)> Stages() =>
    [
        ("opening and suggestion", GrowthHost.Usual.Open),
        ("preview of all columns", file => AllColumns.Preview(file, Rows)),
    ];

    private static IEnumerable<(string Name, Func<int, string> Make)> Headings() =>
    [
        ("unknown headings", index => $"colonne {index}"),
        ("one heading again and again", _ => "Téléphone"),
        ("headings like those that are known", index => $"téléfone {index}"),
        ("headings of many words", index => string.Concat(Enumerable.Repeat($"nom {index} ", 7)).Trim()),
        ("known headings with a blank more", index => "E-mail" + new string(' ', index % 50)),
        ("headings that lost a separator", index => $"NomTéléphone{index}"),
        ("headings with a stray quote", index => index % 2 == 0 ? $"champ {index}" : $"ch\"amp {index}"),
        ("headings cut by a separator", index => index % 2 == 0 ? "Télé" : "phone"),
        ("headings of one long word", index => new string('n', 200) + index),
        ("headings in quotes", index => $"\"champ \"\"{index}\"\"\""),
    ];

    private static byte[] File(int count, Func<int, string> heading)
    {
        var text = new StringBuilder("CONTACT ID;PRENOM CONTACT;OWNER");
        for (var index = 3; index < count; index++)
        {
            text.Append(';').Append(heading(index));
        }

        for (var row = 1; row <= Rows; row++)
        {
            text.Append($"\n{row};Anne;Hélène Aubrac");
            for (var index = 3; index < count; index++)
            {
                text.Append(";a ").Append(index % 10);
            }
        }

        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }
}

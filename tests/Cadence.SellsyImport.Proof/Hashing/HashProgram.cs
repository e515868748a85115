using System.Globalization;

namespace Cadence.SellsyImport.Proof.Hashing;

/// <summary>Prints the hash under each culture, and beside it how the host formats, to show that it is really another host.</summary>
internal static class HashProgram
{
    private const int Imports = 4;

    public static async Task<int> RunAsync(string[] cultures, TextWriter output)
    {
        var ofHost = CultureInfo.CurrentCulture;
        foreach (var name in cultures.Length == 0 ? [""] : cultures)
        {
            var culture = name.Length == 0 ? ofHost : CultureInfo.GetCultureInfo(name);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
            var hashes = await Task.WhenAll(Enumerable.Range(0, Imports).Select(_ => Task.Run(ImportHash.OfAllAsync)));
            output.WriteLine($"{culture.Name}|{string.Join(' ', hashes.Distinct())}|{Evidence()}");
        }

        return 0;
    }

    private static string Evidence() => string.Join(
        ' ',
        1234.5.ToString("N1", CultureInfo.CurrentCulture),
        new DateTime(2026, 3, 2).ToString("d", CultureInfo.CurrentCulture),
        "i".ToUpper(CultureInfo.CurrentCulture),
        TimeZoneInfo.Local.GetUtcOffset(new DateTimeOffset(2026, 1, 1, 0, 30, 0, TimeSpan.Zero)),
        Environment.ProcessorCount);
}

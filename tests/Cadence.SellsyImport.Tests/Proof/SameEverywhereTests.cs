using System.Text;
using Cadence.SellsyImport.Proof.Hashing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Proof;

/// <summary>
/// One hash of plan, rows, report and rejected rows, for the sample files and hostile ones, on every host. Each test also looks at how
/// the host formats, so that it cannot pass on the host it runs on.
/// </summary>
public sealed class SameEverywhereTests
{
    private static readonly Dictionary<string, string> Normal = new() { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0" };

    private static readonly Lazy<Task<string>> Here = new(() => ImportHash.OfAllAsync());

    [Fact]
    public async Task An_import_is_the_same_under_every_culture()
    {
        GlobalizationMode.SkipWhereInvariant();
        string[] cultures = ["tr-TR", "th-TH", "fr-FR", "en-US", "de-CH", "ar-SA"];
        cultures = cultures[..LongProof.Count(sample: 2, all: 6)];

        var hosts = await ChildHost.HashAsync(Normal, cultures);

        Assert.Equal(cultures, hosts.Select(host => host.Culture));
        Assert.Equal(cultures.Length, hosts.DistinctBy(host => host.Evidence).Count());
        Assert.Contains("İ", hosts[0].Evidence, StringComparison.Ordinal);
        Assert.Contains("2569", hosts[1].Evidence, StringComparison.Ordinal);
        var hash = await Here.Value;
        Assert.All(hosts, host => Assert.Equal((host.Culture, hash), (host.Culture, host.Hash)));
    }

    [Theory]
    [InlineData("Europe/Paris", " 01:00:00 ")]
    [InlineData("UTC", " 00:00:00 ")]
    [InlineData("America/St_Johns", " -03:30:00 ")]
    [InlineData("Pacific/Apia", " 13:00:00 ")]
    public async Task An_import_is_the_same_in_every_time_zone(string zone, string offset)
    {
        LongProof.SkipUnlessAsked();
        GlobalizationMode.SkipWhereInvariant();
        Assert.SkipUnless(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), $"This machine does not know the time zone {zone}.");

        var host = Assert.Single(await ChildHost.HashAsync(new Dictionary<string, string> { ["TZ"] = zone }));

        Assert.Contains(offset, host.Evidence, StringComparison.Ordinal);
        Assert.Equal(await Here.Value, host.Hash);
    }

    [Fact]
    public async Task A_host_with_InvariantGlobalization__an_import_is_the_same_without_any_culture()
    {
        LongProof.SkipUnlessAsked();
        var environment = new Dictionary<string, string> { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", ["LANG"] = "tr_TR.UTF-8" };

        var host = Assert.Single(await ChildHost.HashAsync(environment));

        Assert.Equal("", host.Culture);
        Assert.Equal(await Here.Value, host.Hash);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("16")]
    public async Task An_import_is_the_same_with_one_processor_and_with_many(string processors)
    {
        LongProof.SkipUnlessAsked();
        GlobalizationMode.SkipWhereInvariant();

        var host = Assert.Single(await ChildHost.HashAsync(new Dictionary<string, string> { ["DOTNET_PROCESSOR_COUNT"] = processors }));

        Assert.EndsWith($" {processors}", host.Evidence, StringComparison.Ordinal);
        Assert.Equal(await Here.Value, host.Hash);
    }

    [Fact]
    public async Task Imports_at_the_same_time_do_not_disturb_one_another()
    {
        var imports = Enumerable.Range(0, LongProof.Count(sample: 3, all: 8)).Select(_ => Task.Run(ImportHash.OfAllAsync, TestContext.Current.CancellationToken));

        var hashes = await Task.WhenAll(imports);

        Assert.Equal(await Here.Value, Assert.Single(hashes.Distinct()));
    }

    [Fact]
    public async Task The_hash_covers_rows_reasons_values_and_the_rejected_file_and_changes_with_each()
    {
        const string name = "contacts.csv";
        var files = ProofFiles.All().ToList();
        var texts = new List<string>();
        foreach (var file in files)
        {
            texts.Add(await ImportHash.DescribeAsync(file.Name, file.Bytes));
        }

        Assert.True(files.Count >= 20, $"{files.Count} files");
        Assert.True(files.Count(file => file.Name.StartsWith("contacts-family-", StringComparison.Ordinal)) == 3);
        Assert.True(texts.Sum(text => text.Split("row={").Length - 1) > 700, "rows");
        string[] variants =
        [
            "ID Sellsy;Prénom;Nom;Propriétaire\n1;Anne;Petit;Hélène Aubrac\n",
            "ID Sellsy;Prénom;Nom;Propriétaire\n1;Anne;Petiţ;Hélène Aubrac\n",
            "ID Sellsy;Prénom;Nom;Propriétaire\n1;Anne;Petit;Karl Weiß\n",
            "ID Sellsy;Prénom;Nom;Propriétaire\n1;;Petit;Hélène Aubrac\n",
            "ID Sellsy;Prénom;Nom;Propriétaire\n\n1;Anne;Petit;Hélène Aubrac\n",
        ];
        var described = await Task.WhenAll(variants.Select(text => ImportHash.DescribeAsync(name, Encoding.UTF8.GetBytes(text))));
        Assert.Equal(variants.Length, described.Distinct().Count());
        Assert.Contains("Le champ est obligatoire et vide", described[3], StringComparison.Ordinal);
        Assert.Contains("mandatory", described[3], StringComparison.Ordinal);
    }
}

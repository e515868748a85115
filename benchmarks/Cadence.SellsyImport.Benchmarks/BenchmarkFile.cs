using System.Globalization;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Benchmarks;

/// <summary>A generated export that is measured.</summary>
/// <param name="Name">Its name in the results.</param>
/// <param name="Group">The group that measures it.</param>
/// <param name="Options">Its properties; the rows are set by <see cref="PathOf"/>.</param>
internal sealed record BenchmarkFile(string Name, BenchmarkGroup Group, SellsyExportOptions Options)
{
    private const int RowsOfIssue = 200_000;
    private const int ManyCompanies = 126_000;

    private static readonly BenchmarkFile Clean = Of("clean", BenchmarkGroup.Files, SellsyExportProfile.Clean);

    /// <summary>All files: the three profiles, then the clean file with one property changed, then the files that database loaders accept.</summary>
    public static IReadOnlyList<BenchmarkFile> All { get; } =
    [
        Clean,
        Of("ordinary", BenchmarkGroup.Files, SellsyExportProfile.Ordinary),
        Of("worst", BenchmarkGroup.Files, SellsyExportProfile.EverythingAtOnce),
        Of("accented e-mail 15 %", BenchmarkGroup.Properties, new() { AccentedEmailShare = 0.15 }),
        Of("accented e-mail 50 %", BenchmarkGroup.Properties, new() { AccentedEmailShare = 0.5 }),
        Of("accented names and companies", BenchmarkGroup.Properties, new() { AccentedNameShare = 1, AccentedCompanyShare = 1 }),
        Of("unknown owner 5 %", BenchmarkGroup.Properties, new() { UnknownOwnerShare = 0.05 }),
        Of("UTF-16", BenchmarkGroup.Properties, SellsyExportProfile.Clean, options => options with { Encoding = SellsyExportEncoding.Utf16 }),
        Of("Windows-1252", BenchmarkGroup.Properties, SellsyExportProfile.Clean, options => options with { Encoding = SellsyExportEncoding.Windows1252 }),
        Of("+33 (0)1 …", BenchmarkGroup.Properties, new() { TrunkZeroPhoneShare = 1 }),
        Of("company with a comma 50 %", BenchmarkGroup.Properties, new() { CommaCompanyShare = 0.5 }),
        Of("two phones in a cell", BenchmarkGroup.Properties, new() { SeveralPhonesShare = 1 }),
        Of("two e-mails in a cell 50 %", BenchmarkGroup.Properties, new() { SeveralEmailsShare = 0.5 }),
        Of("notes in HTML", BenchmarkGroup.Properties, new() { HtmlNoteShare = 1 }),
        Of("words for nothing", BenchmarkGroup.Properties, new() { PlaceholderShare = 1 }),
        Of("repeated contact 10 %", BenchmarkGroup.Properties, new() { RepeatedContactShare = 0.1 }),
        Of("damaged rows 1 %", BenchmarkGroup.Properties, new() { StrayQuoteShare = 0.005, ShortRowShare = 0.005 }),
        Of("only needed quotes", BenchmarkGroup.Properties, SellsyExportProfile.Clean, options => options with { QuoteEveryCell = false }),
        Of("ordinary, 126,000 companies", BenchmarkGroup.Properties, SellsyExportProfile.Ordinary, options => options with { Companies = ManyCompanies }),
    ];

    /// <summary>The file that the others are compared with.</summary>
    public bool IsClean => this == Clean;

    /// <summary>Whether a loader can read all rows without support for damaged rows and repeated contacts.</summary>
    public BenchmarkFile ForLoaders() => this with
    {
        Name = $"{Name}, for loaders",
        Options = Options with
        {
            Companies = IsClean ? Options.Companies : ManyCompanies,
            Profile = Options.Profile with { MissingQuoteShare = 0, StrayQuoteShare = 0, ShortRowShare = 0, RepeatedContactShare = 0 },
        },
    };

    public SellsyExportGenerator Generator(long rows) => new(Options with
    {
        Rows = rows,
        Companies = (int)Math.Clamp(Options.Companies == ManyCompanies ? rows * ManyCompanies / RowsOfIssue : Options.Companies, 1, 1_000_000),
    });

    /// <summary>Gives the path of the export in the temporary folder, and writes the export first if it is not there.</summary>
    /// <param name="rows">The number of rows.</param>
    public string PathOf(long rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "cadence-sellsyimport-benchmarks")).FullName;
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{Slug.Of(Name)}-{rows}-");
        var version = typeof(SellsyExportGenerator).Module.ModuleVersionId;
        var own = typeof(BenchmarkFile).Module.ModuleVersionId;
        var path = Path.Combine(folder, $"{prefix}{version:N}{own:N}.csv");
        if (!File.Exists(path))
        {
            DeleteThoseOfOtherVersions(folder, prefix, path);
            var unfinished = Path.Combine(folder, Path.GetRandomFileName());
            using (var file = File.Create(unfinished))
            {
                Generator(rows).Write(file);
            }

            File.Move(unfinished, path, overwrite: true);
        }

        return path;
    }

    private static BenchmarkFile Of(
        string name, BenchmarkGroup group, SellsyExportProfile profile, Func<SellsyExportOptions, SellsyExportOptions>? change = null)
    {
        var options = new SellsyExportOptions { Profile = profile };
        return new(name, group, change?.Invoke(options) ?? options);
    }

    private static void DeleteThoseOfOtherVersions(string folder, string prefix, string path)
    {
        foreach (var old in Directory.EnumerateFiles(folder, $"{prefix}*.csv").Where(old => old != path))
        {
            File.Delete(old);
        }
    }
}

using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Excel.Tests;

/// <summary>The temporary files of a reading. Run alone, because the files that the process has open are counted.</summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TemporaryFileTests
{
    public const string Name = "Counted alone";

    private static readonly byte[] Workbook = TestWorkbook.Of(["ID Sellsy", "Prénom", "Propriétaire"], ["1", "Zoé", "Ada Fontaine"]).ToBytes();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task They_end_with_the_reading(bool canSeek)
    {
        await using (await OpenAsync(Workbook, canSeek))
        {
            Assert.Equal(canSeek ? 1 : 2, Copies());
        }

        Assert.Equal(0, Copies());
    }

    [Fact]
    public async Task They_end_with_a_workbook_that_is_refused_wherever_it_is_cut()
    {
        for (var length = 0; length < Workbook.Length; length += 7)
        {
            await Assert.ThrowsAsync<SellsyImportException>(async () => await OpenAsync(Workbook[..length], canSeek: false));
        }

        var damaged = TestWorkbook.Of(["1"]) with { Parts = TestWorkbook.Part("xl/sharedStrings.xml", "<sst><si><t>a</t>") };
        await Assert.ThrowsAsync<SellsyImportException>(async () => await OpenAsync(damaged.ToBytes(), canSeek: true));
        var without = TestWorkbook.Of(["1"]) with { Parts = TestWorkbook.Part("xl/worksheets/sheet1.xml", null) };
        await Assert.ThrowsAsync<SellsyImportException>(async () => await OpenAsync(without.ToBytes(), canSeek: true));

        Assert.Equal(0, Copies());
    }

    [Fact]
    public async Task They_end_with_each_call_of_the_importer()
    {
        using var host = new ExcelHost();
        var source = TestWorkbook.SourceOf(Workbook);
        var plan = await host.PreviewAsync(source);

        await host.RowsAsync(source, plan);
        await host.Importer.AddAsync(source, plan, cancellationToken: ExcelHost.Cancellation);

        Assert.Equal(0, Copies());
    }

    private static ValueTask<Stream> OpenAsync(byte[] workbook, bool canSeek) => WorkbookStream.OpenAsync(
        "contacts.xlsx", _ => new(new FaultInjectingStream(new MemoryStream(workbook)) { AllowSeeking = canSeek }), new(), ExcelHost.Cancellation);

    /// <summary>The temporary files that this process has open.</summary>
    private static int Copies()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Open files are listed on Linux only.");
        return Directory.GetFiles("/proc/self/fd")
            .Select(file => new FileInfo(file).LinkTarget)
            .Count(target => target?.Contains("cadence-import-", StringComparison.Ordinal) == true);
    }
}

using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>The copy of a stream that cannot seek. Run alone, because the files that the process has open are counted.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class SpooledCopyTests
{
    private static readonly byte[] Export = "ID Sellsy;Prénom\r\n1;Zoé\r\n"u8.ToArray();

    [Fact]
    public async Task It_is_for_its_user_alone_and_nobody_finds_it_by_a_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes, and keeps the name until the file is closed.");
        await using var source = new FaultInjectingStream(new MemoryStream(Export)) { AllowSeeking = false };
        await using var copy = (FileStream)await SpooledStream.CreateAsync(source, Exports.Name, TestContext.Current.CancellationToken);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(copy.SafeFileHandle));
        Assert.False(File.Exists(copy.Name), copy.Name);
    }

    [Fact]
    public async Task It_is_deleted_after_a_reading()
    {
        await using var source = new FaultInjectingStream(new MemoryStream(Export)) { AllowSeeking = false };
        await using (var export = await Exports.OpenAsync(source))
        {
            Assert.Equal(1, Copies());
            Assert.Single(await Exports.RowsAsync(export));
        }

        Assert.Equal(0, Copies());
    }

    [Fact]
    public async Task It_is_deleted_where_the_source_breaks()
    {
        await using var source = new FaultInjectingStream(new MemoryStream(Export)) { AllowSeeking = false, FailAfterBytes = 10 };

        await Assert.ThrowsAsync<SellsyImportException>(() => Exports.OpenAsync(source));

        Assert.Equal(0, Copies());
    }

    [Fact]
    public async Task It_is_deleted_where_the_copying_is_cancelled()
    {
        await using var source = new FaultInjectingStream(new MemoryStream(Export)) { AllowSeeking = false, HangAfterBytes = 10 };
        using var stopping = new CancellationTokenSource();
        var copying = SpooledStream.CreateAsync(source, Exports.Name, stopping.Token).AsTask();
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copying);

        Assert.Equal(0, Copies());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_deleted_where_its_bytes_are_no_export(bool isOfImporter)
    {
        await using var source = new FaultInjectingStream(new MemoryStream("no export"u8.ToArray())) { AllowSeeking = false };
        using var host = new Importing.ImportHost();

        await Assert.ThrowsAsync<SellsyImportException>(() => isOfImporter
            ? host.Importer.OpenAsync(ImportSource.From(Exports.Name, _ => ValueTask.FromResult<Stream>(source)), TestContext.Current.CancellationToken)
            : Exports.OpenAsync(source));

        Assert.Equal(0, Copies());
    }

    /// <summary>The copies that this process has open, or that have a name.</summary>
    internal static int Copies()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Open files are listed on Linux only.");
        return Directory.GetFiles("/proc/self/fd")
            .Select(file => new FileInfo(file).LinkTarget)
            .Count(target => target?.Contains("cadence-import-", StringComparison.Ordinal) == true);
    }
}

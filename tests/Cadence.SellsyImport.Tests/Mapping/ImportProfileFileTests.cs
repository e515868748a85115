using System.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

public sealed class ImportProfileFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("profile").FullName;

    [Fact]
    public async Task A_saved_profile_loads_the_same_and_leaves_nothing_beside_it()
    {
        var profile = ImportProfile.From(FieldMapping.Empty.WithConstant(LeadFields.Owner, "Hélène Brûlé"));
        await profile.SaveAsync(At("p.json"), TestContext.Current.CancellationToken);
        await profile.SaveAsync(At("p.json"), TestContext.Current.CancellationToken);

        Assert.Equal(profile, await ImportProfile.LoadAsync(At("p.json"), TestContext.Current.CancellationToken));
        Assert.Equal([At("p.json")], Directory.GetFiles(_directory));
        Assert.Equal(profile.ToJson() + "\n", await File.ReadAllTextAsync(At("p.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        await File.WriteAllTextAsync(At("p.json"), """{"version":1}""", new UTF8Encoding(true), TestContext.Current.CancellationToken);

        Assert.Empty((await ImportProfile.LoadAsync(At("p.json"), TestContext.Current.CancellationToken)).Fields);
    }

    [Fact]
    public async Task A_file_that_is_not_UTF8_tells_the_byte()
    {
        await File.WriteAllBytesAsync(At("p.json"), Encoding.Latin1.GetBytes("""{"version":1,"owners":{"é":"1"}}"""), TestContext.Current.CancellationToken);
        var exception = await LoadingFails("p.json");

        Assert.Equal(ErrorCodes.ProfileUnreadable, exception.Code);
        Assert.Equal<string>(["p.json", "25", "NoUtf8"], exception.Arguments);
    }

    [Fact]
    public async Task A_file_too_large_for_a_profile_is_not_read()
    {
        await using (var file = File.Create(At("p.json")))
        {
            file.SetLength((16 * 1024 * 1024) + 1);
        }

        var exception = await LoadingFails("p.json");

        Assert.Equal(ErrorCodes.ProfileUnreadable, exception.Code);
        Assert.Equal<string>(["p.json", "16777217", "16777216", "TooLong"], exception.Arguments);
    }

    [Fact]
    public async Task A_profile_that_is_not_there_and_a_directory_are_told()
    {
        Assert.Equal(ErrorCodes.FileNotFound, (await LoadingFails("none.json")).Code);
        Assert.Equal(ErrorCodes.FileIsDirectory, (await LoadingFails("")).Code);
    }

    [Fact]
    public async Task A_profile_that_cannot_be_written_is_told_and_nothing_stays()
    {
        var profile = ImportProfile.Parse("""{"version":1}""", "p.json");
        Directory.CreateDirectory(At("p.json"));
        var onDirectory = await Assert.ThrowsAsync<SellsyImportException>(() => profile.SaveAsync(At("p.json"), TestContext.Current.CancellationToken));
        var nowhere = await Assert.ThrowsAsync<SellsyImportException>(
            () => profile.SaveAsync(At(Path.Combine("none", "p.json")), TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCodes.FileUnwritable, onDirectory.Code);
        Assert.Equal<string>([At("p.json")], onDirectory.Arguments);
        Assert.Equal(ErrorCodes.FileUnwritable, nowhere.Code);
        Assert.Empty(Directory.GetFiles(_directory));
    }

    [Fact]
    public async Task A_cancelled_saving_leaves_the_earlier_profile()
    {
        await File.WriteAllTextAsync(At("p.json"), "earlier", TestContext.Current.CancellationToken);
        var profile = ImportProfile.Parse("""{"version":1}""", "p.json");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => profile.SaveAsync(At("p.json"), new CancellationToken(canceled: true)));

        Assert.Equal("earlier", await File.ReadAllTextAsync(At("p.json"), TestContext.Current.CancellationToken));
        Assert.Equal([At("p.json")], Directory.GetFiles(_directory));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private string At(string name) => Path.Combine(_directory, name);

    private Task<SellsyImportException> LoadingFails(string name) =>
        Assert.ThrowsAsync<SellsyImportException>(() => ImportProfile.LoadAsync(At(name), TestContext.Current.CancellationToken));
}

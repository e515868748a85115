using Cadence.SellsyImport.Benchmarks.Comparison;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Benchmarks.Tests;

public sealed class BenchmarkFileTests
{
    private const int Rows = 200;

    public static TheoryData<string> Names => [.. BenchmarkFile.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_loop_goes_through_all_rows_of_every_file(string name)
    {
        var file = BenchmarkFile.All.Single(one => one.Name == name);
        var (path, encoding) = (file.PathOf(Rows), file.Options.Encoding);
        var expected = BareLoops.Walk(path, encoding);

        Assert.InRange(expected, 0.95 * Rows, Rows);
        Assert.Equal(expected, BareLoops.Spans(path, encoding));
        Assert.Equal(expected, BareLoops.Strings(path, encoding));
        Assert.Equal(expected, BareLoops.ParallelStrings(path, encoding));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_file_has_the_columns_and_users_of_the_mapping(string name)
    {
        var file = BenchmarkFile.All.Single(one => one.Name == name);

        Assert.Equal(BenchmarkExport.Columns.Select(column => column.Heading), file.Generator(1).Headings);
        Assert.Equal(BenchmarkExport.Users, file.Generator(1).Users);
        Assert.Equal(18, BenchmarkExport.Mapping.Columns.Count);
        Assert.Equal(36, BenchmarkExport.Columns.Length);
    }

    [Fact]
    public void Files_for_loaders_have_no_damage_and_no_repeated_contact() => Assert.All(
        BenchmarkFile.All.Where(file => file.Group == BenchmarkGroup.Files),
        file =>
        {
            var generator = file.ForLoaders().Generator(Rows);
            Assert.DoesNotContain(
                Enumerable.Range(1, Rows),
                row => generator.KindOf(row) is SellsyExportRowKind.Damaged or SellsyExportRowKind.ContactRepeated);
        });

    [Fact]
    public async Task A_child_process_runs_every_work_once()
    {
        var path = BenchmarkFile.All[0].PathOf(Rows);
        var output = new StringWriter();

        await ChildProgram.RunAsync(
            [ChildProgram.Argument, path, nameof(SellsyExportEncoding.Utf8), $"{Rows}", "1", "0", .. Work.All.Select(work => work.Name)], output);

        var samples = System.Text.Json.JsonSerializer.Deserialize<Sample[][]>(output.ToString())!;
        Assert.Equal(Work.All.Count, samples.Length);
        Assert.All(samples, ofWork => Assert.True(Assert.Single(ofWork) is { WallMilliseconds: > 0, AllocatedBytes: > 0, PeakBytes: > 0 }));
    }
}

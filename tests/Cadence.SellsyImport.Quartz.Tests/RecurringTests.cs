using Cadence.SellsyImport.Quartz.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Quartz.Tests;

public sealed class RecurringTests(JobServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cadence-quartz-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_file_that_appears_in_a_folder_is_imported_once()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync();
        await node.Jobs.ScheduleAsync(new("nightly", "0 0 0 1 1 ?", await ProfileAsync(node)) { Folder = _folder }, Cancellation);
        Put("one.csv", JobCluster.Other.ToBytes());
        Put("same again.csv", JobCluster.Other.ToBytes());

        await RunAsync(node);
        var job = Assert.Single(await node.Jobs.ReadAsync(Cancellation));
        await node.Watch.DoneAsync(job.ImportId);

        Assert.Equal(20, (await node.History.ReadReportAsync(job.ImportId, Cancellation)).Counts.Read);
        Assert.Empty(Directory.EnumerateFiles(_folder));
        Assert.Null(Assert.Single(await node.Jobs.ReadRecurringAsync(Cancellation)).Alarm);
    }

    [Fact]
    public async Task The_same_file_is_imported_again_when_its_profile_or_policy_was_changed()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        var import = new RecurringImport("nightly", "0 0 0 1 1 ?", await ProfileAsync(node)) { Folder = _folder };
        var decided = import with { Profile = await ProfileAsync(node, OwnerDecisions.None.ForBlank(JobCluster.Export.Users[0].Id)) };

        foreach (var changed in (RecurringImport[])[import, import, decided, decided with { ExistingLeads = ExistingLeadPolicy.Overwrite }])
        {
            await node.Jobs.ScheduleAsync(changed, Cancellation);
            Put("one.csv", JobCluster.Other.ToBytes());
            await RunAsync(node);
            Assert.Null(Assert.Single(await node.Jobs.ReadRecurringAsync(Cancellation)).Alarm);
        }

        Assert.Equal(3, (await node.Jobs.ReadAsync(Cancellation)).Count);
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public async Task A_renamed_column_raises_an_alarm_and_the_file_stays()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync();
        await node.Jobs.ScheduleAsync(new("nightly", "0 0 0 1 1 ?", await ProfileAsync(node)) { Folder = _folder }, Cancellation);
        var text = System.Text.Encoding.UTF8.GetString(JobCluster.Other.ToBytes());
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        Put("renamed.csv", System.Text.Encoding.UTF8.GetBytes(text[..end].Replace("Fonction", "Poste occupé", StringComparison.Ordinal) + text[end..]));

        await RunAsync(node);

        Assert.Empty(await node.Jobs.ReadAsync(Cancellation));
        Assert.Single(Directory.EnumerateFiles(_folder));
        Assert.Equal(ErrorCodes.ColumnsNotFound, Assert.Single(await node.Jobs.ReadRecurringAsync(Cancellation)).Alarm);
        Assert.Contains(node.Watch.Lines, line => line.StartsWith("309:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_cannot_be_enqueued_does_not_keep_the_others_waiting()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        await node.Jobs.ScheduleAsync(new("nightly", "0 0 0 1 1 ?", await ProfileAsync(node)) { Folder = _folder }, Cancellation);
        Put("bad.csv", "no headings\n"u8.ToArray());
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "bad.csv"), new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Put("good.csv", JobCluster.Other.ToBytes());

        await RunAsync(node);

        Assert.Single(await node.Jobs.ReadAsync(Cancellation));
        Assert.Equal(["bad.csv"], Directory.EnumerateFiles(_folder).Select(Path.GetFileName));
        Assert.NotNull(Assert.Single(await node.Jobs.ReadRecurringAsync(Cancellation)).Alarm);
    }

    [Fact]
    public async Task The_job_of_a_recurring_import_is_made_again_from_the_registry_and_goes_with_it()
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        await node.Jobs.ScheduleAsync(new("nightly", "0 0 0 1 1 ?", await ProfileAsync(node)) { Folder = _folder }, Cancellation);
        await node.Scheduler.Clear(Cancellation);

        await node.SweepAsync();
        var made = await node.Scheduler.GetJobDetail(RecurringJob.KeyOf("", "nightly"), Cancellation);
        await node.Jobs.UnscheduleAsync("nightly", cancellationToken: Cancellation);

        Assert.NotNull(made);
        Assert.Null(await node.Scheduler.GetJobDetail(RecurringJob.KeyOf("", "nightly"), Cancellation));
        Assert.Empty(await node.Jobs.ReadRecurringAsync(Cancellation));
    }

    [Theory]
    [InlineData("not a schedule", true)]
    [InlineData("0 0 0 1 1 ?", false)]
    public async Task A_schedule_that_is_none_or_a_missing_place_is_refused(string schedule, bool hasFolder)
    {
        await using var cluster = new JobCluster(server);
        var node = await cluster.StartAsync(options => options.ImportsPerNode = 0);
        var import = new RecurringImport("nightly", schedule, await ProfileAsync(node)) { Folder = hasFolder ? _folder : null };

        await Assert.ThrowsAsync<ArgumentException>(() => node.Jobs.ScheduleAsync(import, Cancellation));
    }

    private static async Task<ImportProfile> ProfileAsync(JobNode node, OwnerDecisions? decisions = null)
    {
        var overview = await node.Importer.OpenAsync(JobCluster.Other.ToSource(), Cancellation);
        return ImportProfile.From(overview.Suggestion.Mapping, decisions, overview.Columns);
    }

    private static Task RunAsync(JobNode node) => node.Host.Services.GetRequiredService<RecurringRunner>().RunAsync("", "nightly", Cancellation);

    /// <summary>A file that was written a minute ago.</summary>
    private void Put(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddMinutes(-1));
    }
}

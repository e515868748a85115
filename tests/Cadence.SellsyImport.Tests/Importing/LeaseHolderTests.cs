using System.Diagnostics;
using Cadence.SellsyImport.Importing;
using Cadence.SellsyImport.Storage;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class LeaseHolderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly FakeFacts Facts = new();

    [Fact]
    public void A_run_of_this_process_holds_its_lease_until_it_ends()
    {
        var running = new RunningLease(TimeSpan.FromMinutes(1));
        var lease = running.Renew().TakenAt(Noon);

        Assert.False(LeaseHolder.HolderHasEnded(lease));
        running.Dispose();
        Assert.True(LeaseHolder.HolderHasEnded(lease));
        Assert.Equal(Noon.AddMinutes(1), lease.ExpiresAt);
    }

    [Fact]
    public void A_process_that_ended_is_gone_and_one_that_runs_is_not()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is known to tell.");
        var facts = new LinuxProcessFacts();
        using var process = Process.Start(new ProcessStartInfo("/bin/cat") { RedirectStandardInput = true })!;
        var start = LinuxProcess.Parse(File.ReadAllText($"/proc/{process.Id}/stat"))!.Value.Start;
        var lease = Held(new LeaseHolder(facts).Describe(process.Id, start));

        Assert.False(LeaseHolder.HolderHasEnded(lease));
        Assert.True(LeaseHolder.HolderHasEnded(Held(new LeaseHolder(facts).Describe(process.Id, start - 1))));
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.True(LeaseHolder.HolderHasEnded(lease));
    }

    [Fact]
    public void A_holder_is_described_by_its_machine_process_boot_and_namespace()
    {
        Assert.Equal("web-1, process 4711, start 8912345, boot 6fa1, pid:[40]", new LeaseHolder(Facts).Text);
    }

    [Fact]
    public void A_process_of_the_same_boot_and_namespace_is_known_to_be_gone_once_it_ended()
    {
        var holder = new LeaseHolder(Facts with { Ended = [(12, 100)] });

        Assert.True(holder.HasEnded(Held("web-1, process 12, start 100, boot 6fa1, pid:[40]")));
        Assert.False(holder.HasEnded(Held("web-1, process 12, start 101, boot 6fa1, pid:[40]")));
        Assert.False(holder.HasEnded(Held("web-1, process 13, start 100, boot 6fa1, pid:[40]")));
    }

    [Theory]
    [InlineData("web-2, process 12, start 100, boot 6fa1, pid:[40]")]
    [InlineData("web-1, process 12, start 100, boot 6fa2, pid:[40]")]
    [InlineData("web-1, process 12, start 100, boot 6fa1, pid:[41]")]
    [InlineData("web-1, process 12, started 2026-04-03T10:30:00.0000000Z")]
    [InlineData("web-1, process 12, run 5f1c2d")]
    [InlineData("web-1, process -12, start 100, boot 6fa1, pid:[40]")]
    [InlineData("web-1, process 12, start , boot 6fa1, pid:[40]")]
    [InlineData("web-1, process , boot 6fa1, pid:[40]")]
    [InlineData("web-1, process 12, start 100, start 100, boot 6fa1, pid:[40]")]
    [InlineData("web-1, process")]
    [InlineData("somebody")]
    [InlineData(", , ")]
    [InlineData("")]
    public void A_holder_elsewhere_or_of_another_form_is_never_known_to_be_gone(string text) =>
        Assert.False(new LeaseHolder(Facts with { AllEnded = true }).HasEnded(Held(text)));

    [Theory]
    [InlineData(null, "pid:[40]", 1L)]
    [InlineData("6fa1", null, 1L)]
    [InlineData("6fa1", "pid:[40]", null)]
    [InlineData("", "pid:[40]", 1L)]
    public void Where_a_fact_is_unknown_no_other_process_is_known_to_be_gone(string? boot, string? pidNamespace, long? start)
    {
        var unknown = Facts with { Boot = boot, PidNamespace = pidNamespace, Start = start, AllEnded = true };
        var holder = new LeaseHolder(unknown);

        Assert.NotEqual(holder.Text, new LeaseHolder(unknown).Text);
        Assert.StartsWith("web-1, process 4711, run ", holder.Text, StringComparison.Ordinal);
        Assert.False(holder.HasEnded(Held(new LeaseHolder(unknown).Text)));
        Assert.False(holder.HasEnded(Held(new LeaseHolder(Facts).Text)));
        Assert.False(holder.HasEnded(Held("web-1, process 12, start 100, boot 6fa1, pid:[40]")));
        Assert.True(holder.HasEnded(Held(holder.Text)));
    }

    [Theory]
    [InlineData("12 (cat) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 1 0 8912345 9 9", 8912345L, false)]
    [InlineData("12 (a) b (c)) R 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 9 0 77 9 9", 77L, false)]
    [InlineData("12 (dotnet) Z 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 1 0 77 9 9", 77L, true)]
    [InlineData("12 (dotnet) Z 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 2 0 77 9 9", 77L, false)]
    public void The_start_and_the_end_of_a_process_are_read_from_its_status(string stat, long start, bool hasEnded) =>
        Assert.Equal(new LinuxProcess(start, hasEnded), LinuxProcess.Parse(stat));

    [Theory]
    [InlineData("")]
    [InlineData("12 (cat) S 1 2")]
    [InlineData("12 (cat) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 1 0 x 9 9")]
    public void A_status_of_another_form_says_nothing(string stat) => Assert.Null(LinuxProcess.Parse(stat));

    private static ImportLease Held(string holder) => new("t", holder, Noon, Noon.AddMinutes(1));

    private sealed record FakeFacts : IProcessFacts
    {
        public string Machine => "web-1";

        public string? Boot { get; init; } = "6fa1";

        public string? PidNamespace { get; init; } = "pid:[40]";

        public int ProcessId => 4711;

        public long? Start { get; init; } = 8912345;

        public (int Id, long Start)[] Ended { get; init; } = [];

        public bool AllEnded { get; init; }

        public bool HasEnded(int processId, long start) => AllEnded || Ended.Contains((processId, start));
    }
}

using System.Diagnostics;
using Cadence.SellsyImport.Recovery;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Recovery;

public sealed class LeaseHolderTests
{
    private static readonly FixedTimeProvider Time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_run_of_this_process_holds_its_lease_until_it_ends()
    {
        var running = new RunningLease(Time, TimeSpan.FromMinutes(1));
        var lease = running.Renew();

        Assert.False(LeaseHolder.IsGone(lease));
        running.Dispose();
        Assert.True(LeaseHolder.IsGone(lease));
        Assert.Equal(Time.GetUtcNow().AddMinutes(1), lease.ExpiresAt);
    }

    [Fact]
    public void A_process_that_ended_is_gone_and_one_that_runs_is_not()
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/cat") { RedirectStandardInput = true })!;
        var lease = Held($"{Environment.MachineName}, process {process.Id}, started {process.StartTime.ToUniversalTime():O}");

        Assert.False(LeaseHolder.IsGone(lease));
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.True(LeaseHolder.IsGone(lease));
    }

    [Fact]
    public void A_number_that_another_process_has_by_now_does_not_keep_a_lease()
    {
        Assert.True(LeaseHolder.IsGone(Held($"{Environment.MachineName}, process 1, started 1999-01-02T03:04:05.0000000Z")));
    }

    [Theory]
    [InlineData("another-machine, process 1, started 1999-01-02T03:04:05.0000000Z")]
    [InlineData("")]
    [InlineData("somebody")]
    [InlineData(", , ")]
    public void A_holder_elsewhere_or_of_another_kind_is_never_known_to_be_gone(string holder) => Assert.False(LeaseHolder.IsGone(Held(holder)));

    private static ImportLease Held(string holder) => new("t", holder, Time.GetUtcNow(), Time.GetUtcNow().AddMinutes(1));
}

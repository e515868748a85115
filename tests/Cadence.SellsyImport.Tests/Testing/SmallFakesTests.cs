using System.Collections.Immutable;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Testing;

public sealed class SmallFakesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_user_provider_gives_its_users_and_counts_how_often()
    {
        var provider = new FixedUserProvider(TestData.User);

        Assert.Equal([TestData.User], await provider.GetUsersAsync(Cancellation));
        Assert.Equal([TestData.User], await provider.GetUsersAsync(Cancellation));

        Assert.Equal(2, provider.Calls);
    }

    [Fact]
    public async Task The_owner_resolver_remembers_the_questions_and_passes_the_answers_on()
    {
        var resolver = new RecordingOwnerResolver(new AlwaysFound());
        var owner = new OwnerReference("Hélène BRÛLÉ", null);

        var answer = Assert.Single(await resolver.ResolveAsync([new(owner)], Cancellation));

        Assert.Equal(TestData.User, answer.User);
        Assert.Equal(owner, Assert.Single(Assert.Single(resolver.Calls)).Owner);
    }

    [Fact]
    public void The_progress_remembers_at_once_and_in_order()
    {
        var told = 0;
        var progress = new RecordingProgress<int>(value => told += value);

        progress.Report(3);
        progress.Report(4);

        Assert.Equal([3, 4], progress.Values);
        Assert.Equal(7, told);
    }

    [Fact]
    public void The_clock_stands_still_until_it_is_moved()
    {
        var clock = new FixedTimeProvider(TestData.Noon);
        var start = clock.GetTimestamp();

        Assert.Equal(TestData.Noon, clock.GetUtcNow());
        clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(TestData.Noon.AddSeconds(90), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(90), clock.GetElapsedTime(start));
        Assert.Equal(TimeZoneInfo.Utc, clock.LocalTimeZone);
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
    }

    private sealed class AlwaysFound : IOwnerResolver
    {
        public ValueTask<ImmutableArray<OwnerResolution>> ResolveAsync(
            ImmutableArray<OwnerRequest> requests,
            CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<ImmutableArray<OwnerResolution>>(
                [.. requests.Select(request => OwnerResolution.Found(request.Owner, TestData.User))]);
    }
}

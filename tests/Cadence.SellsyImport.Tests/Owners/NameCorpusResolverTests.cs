using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Owners;

/// <summary>The corpus of names through the resolver: a lead that goes to the wrong person is worse than one that goes to nobody.</summary>
public sealed class NameCorpusResolverTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_owner_of_the_corpus_is_given_to_another_person()
    {
        List<string> wrong = [];
        List<string> missed = [];
        var pairs = NameCorpus.Load();
        foreach (var pair in pairs)
        {
            var found = await ResolveAsync(pair, [new("u1", pair.FirstName, pair.LastName)]);
            if ((found.Kind == OwnerResolutionKind.Found) != pair.Same)
            {
                (pair.Same ? missed : wrong).Add($"{pair.Owner} / {pair.FirstName} {pair.LastName}: {pair.Why}");
            }
        }

        output.WriteLine($"{pairs.Length} names: {pairs.Count(pair => pair.Same)} of the same person, {wrong.Count} wrong, {missed.Count} missed");
        Assert.Empty(wrong);
        Assert.Empty(missed);
        Assert.InRange(pairs.Count(pair => pair.Same), 130, pairs.Length - 100);
    }

    [Fact]
    public async Task Among_all_people_of_the_corpus_an_owner_is_found_only_as_one_who_is_the_same()
    {
        var pairs = NameCorpus.Load();
        CadenceUser[] users =
        [
            .. pairs.Select(pair => (pair.FirstName, pair.LastName)).Distinct()
                .Select((name, index) => new CadenceUser($"u{index}", name.FirstName, name.LastName)),
        ];
        var (found, ambiguous) = (0, 0);
        foreach (var pair in pairs)
        {
            var resolution = await ResolveAsync(pair, users);
            found += resolution.Kind == OwnerResolutionKind.Found ? 1 : 0;
            ambiguous += resolution.Kind == OwnerResolutionKind.Ambiguous ? 1 : 0;
            if (resolution.User is { } user)
            {
                var known = pairs.Where(other => (other.Owner, other.FirstName, other.LastName) == (pair.Owner, user.FirstName, user.LastName));
                Assert.True(known.All(other => other.Same), $"{pair.Owner} given to {user.FullName}");
            }
            else
            {
                Assert.True(!pair.Same || resolution.Kind == OwnerResolutionKind.Ambiguous, $"{pair.Owner}: {resolution.Kind}");
            }
        }

        output.WriteLine($"{pairs.Length} names among {users.Length} users: {found} found, {ambiguous} ambiguous");
        Assert.True(found > 90, $"{found} found");
    }

    private static async Task<OwnerResolution> ResolveAsync(NameCorpus.Pair pair, CadenceUser[] users)
    {
        var resolver = new UserDirectoryOwnerResolver(new FixedUserProvider(users));
        var request = new OwnerRequest(new(pair.Owner.Trim(), null), null);
        return Assert.Single(await resolver.ResolveAsync([request], TestContext.Current.CancellationToken));
    }
}

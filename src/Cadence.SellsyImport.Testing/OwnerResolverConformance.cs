using System.Collections.Immutable;
using System.Globalization;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Testing.Conformance;
using Xunit;

namespace Cadence.SellsyImport.Testing;

/// <summary>What every <see cref="IOwnerResolver"/> promises, as tests: derive a class from it, and the runner finds them.</summary>
public abstract class OwnerResolverConformance
{
    private static readonly CadenceUser Aline = new("u-1", "Aline", "Hélias") { Email = "aline@cadence.example", SellsyId = "901" };
    private static readonly CadenceUser Noe = new("u-2", "Noé", "Brûlé") { Email = "noe@cadence.example" };
    private static readonly CadenceUser PaulOne = new("u-3", "Paul", "Martin") { Email = "paul.martin@cadence.example" };
    private static readonly CadenceUser PaulTwo = new("u-4", "Paul", "Martin") { Email = "p.martin@cadence.example" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Creates the resolver under test, for a Cadence that has these users.</summary>
    /// <param name="users">The users, each id once.</param>
    /// <returns>The resolver.</returns>
    protected abstract IOwnerResolver CreateResolver(IReadOnlyList<CadenceUser> users);

    /// <summary>An answer for every question, in the same order, about the owner that was asked for.</summary>
    [Fact]
    public async Task Each_owner_that_is_asked_for_is_answered_in_order()
    {
        OwnerReference[] owners = [new("Noé Brûlé", null), new("Nobody Known", null), new("Aline Hélias", null), new("Paul Martin", null)];

        var answers = await ResolveAsync(owners);

        Assert.Equal(owners, answers.Select(answer => answer.Owner));
        Assert.Equal([Noe, null, Aline, null], answers.Select(answer => answer.User));
    }

    /// <summary>A resolution has a user if exactly one was found, and otherwise none.</summary>
    [Fact]
    public async Task A_user_is_told_where_exactly_one_was_found_and_nowhere_else()
    {
        var answers = await ResolveAsync([new("Noé Brûlé", null), new("Nobody Known", null), new("Paul Martin", null), new(null, null)]);

        Assert.All(answers, answer => Assert.Equal(answer.Kind == OwnerResolutionKind.Found, answer.User is not null));
        Assert.Equal([true, false, false, false], answers.Select(answer => answer.Kind == OwnerResolutionKind.Found));
        Assert.All(answers, answer => Assert.False(answer.Candidates.IsDefault));
    }

    /// <summary>No guesses: not one of two users, not part of a name, not a similar name.</summary>
    /// <param name="name">The name as a file might have it.</param>
    [Theory]
    [InlineData("Paul Martin")]
    [InlineData("Martin")]
    [InlineData("Aline")]
    [InlineData("Hélias")]
    [InlineData("A. Hélias")]
    [InlineData("Aline Héliass")]
    [InlineData("Aline Hélias Brûlé")]
    [InlineData("?")]
    public async Task A_name_that_is_not_certain_is_never_found(string name)
    {
        var answer = Assert.Single(await ResolveAsync([new(name, null)]));

        Assert.NotEqual(OwnerResolutionKind.Found, answer.Kind);
        Assert.Null(answer.User);
    }

    /// <summary>The users with an ambiguous name are listed, so that a person can decide.</summary>
    [Fact]
    public async Task The_users_of_an_ambiguous_name_are_the_candidates()
    {
        var answer = Assert.Single(await ResolveAsync([new("Paul Martin", null)]));

        Assert.Equal(OwnerResolutionKind.Ambiguous, answer.Kind);
        Assert.Equal(["u-3", "u-4"], answer.Candidates.Select(user => user.Id).Order(StringComparer.Ordinal));
    }

    /// <summary>A person's decision counts; a user who was removed is not replaced by another.</summary>
    [Fact]
    public async Task A_decision_counts_and_one_for_a_user_who_is_gone_finds_nobody()
    {
        var answers = await CreateResolver([Aline, Noe, PaulOne, PaulTwo]).ResolveAsync(
            [new(new("Paul Martin", null), "u-4"), new(new("Somebody", null), "u-2"), new(new("Aline Hélias", null), "u-99")],
            Cancellation);

        Assert.Equal([PaulTwo, Noe, null], answers.Select(answer => answer.User));
        Assert.Equal(OwnerResolutionKind.DecisionStale, answers[2].Kind);
    }

    /// <summary>Without users, no user is found; without questions, there are no answers.</summary>
    [Fact]
    public async Task No_users_find_nobody_and_no_question_has_no_answer()
    {
        var answer = Assert.Single(await CreateResolver([]).ResolveAsync([new(new("Aline Hélias", null))], Cancellation));

        Assert.Equal(OwnerResolutionKind.Unknown, answer.Kind);
        Assert.Empty(await CreateResolver([Aline]).ResolveAsync([], Cancellation));
    }

    /// <summary>Any text may stand in an owner's cell.</summary>
    [Fact]
    public async Task No_name_makes_it_throw()
    {
        OwnerReference[] owners = [.. OddTexts.All.Select(text => new OwnerReference(text, null))];

        var answers = await ResolveAsync(owners);

        Assert.Equal(owners, answers.Select(answer => answer.Owner));
        Assert.All(answers, answer => Assert.Null(answer.User));
    }

    /// <summary>A large file of a large company is answered as a small one is.</summary>
    [Fact]
    public async Task Thousands_of_owners_among_thousands_of_users_are_answered_each_with_its_own()
    {
        CadenceUser[] users = [.. Enumerable.Range(0, 2_000).Select(number => new CadenceUser($"u-{number}", Word(number), "Durand"))];
        ImmutableArray<OwnerRequest> requests = [.. users.Reverse().Select(user => new OwnerRequest(new(user.FullName, null)))];

        var answers = await CreateResolver(users).ResolveAsync(requests, Cancellation);

        Assert.Equal(users.Reverse().Select(user => user.Id), answers.Select(answer => answer.User?.Id));
    }

    private static string Word(int number) => string.Concat(
        number.ToString("D4", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    private async Task<ImmutableArray<OwnerResolution>> ResolveAsync(OwnerReference[] owners) =>
        await CreateResolver([Aline, Noe, PaulOne, PaulTwo]).ResolveAsync([.. owners.Select(owner => new OwnerRequest(owner))], Cancellation);
}

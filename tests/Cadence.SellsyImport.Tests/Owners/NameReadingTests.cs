using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Owners;

/// <summary>How the words of a name, its comma, its suffix and an address are told apart.</summary>
public sealed class NameReadingTests
{
    public static TheoryData<string> Particles => new(
        "d de du des l la le les da das di do dos del della van von der den ter ten zu zur el al ben bin ibn y e".Split(' '));

    [Theory]
    [MemberData(nameof(Particles))]
    public async Task A_particle_that_is_written_small_does_not_contradict_a_last_name_in_capitals(string particle)
    {
        var user = new CadenceUser("u1", "Jean", $"{particle} Martin");

        var found = await ResolveAsync($"Jean {particle} MARTIN", user);
        var other = await ResolveAsync("Jean Noel MARTIN", new CadenceUser("u1", "Jean", "Noel Martin"));

        Assert.Equal((OwnerResolutionKind.Found, OwnerResolutionKind.Unknown), (found.Kind, other.Kind));
    }

    [Theory]
    [InlineData("MARTIN", true, false)]
    [InlineData("LE", true, false)]
    [InlineData("d'ORMESSON", true, false)]
    [InlineData("McDONALD", true, false)]
    [InlineData("J.", false, false)]
    [InlineData("J", false, false)]
    [InlineData("12", false, false)]
    [InlineData("Jean", false, true)]
    [InlineData("jean", false, true)]
    [InlineData("de", false, false)]
    public void A_word_is_in_capitals_or_small_or_neither(string word, bool isCapital, bool isSmall)
    {
        var read = NameWord.Of(word);

        Assert.Equal((isCapital, isSmall), (read.IsCapital, read.IsSmall));
    }

    [Theory]
    [InlineData("Marie Durand", -1, "")]
    [InlineData("Durand, Marie", 1, "")]
    [InlineData("Le Goff, Marie", 2, "")]
    [InlineData("Durand,", 0, "")]
    [InlineData(",Durand", 0, "")]
    [InlineData("Durand, Marie, Anne", 0, "")]
    [InlineData("Marie Durand (Lyon)", -1, "(lyon)")]
    [InlineData("Marie Durand (Lyon) (2)", -1, "(lyon) (2)")]
    [InlineData("Marie Durand Lyon)", -1, "")]
    [InlineData("(Lyon)", -1, "")]
    public void A_comma_and_parentheses_are_told_from_the_name(string text, int lastNameWords, string suffix)
    {
        var name = PersonName.Of(text);

        Assert.Equal((lastNameWords, suffix), (name.LastNameWords, name.Suffix));
    }

    [Theory]
    [InlineData("marie@cadence.example", "", "marie@cadence.example")]
    [InlineData(" <marie@cadence.example> ", "", "marie@cadence.example")]
    [InlineData("MAILTO:marie@cadence.example", "", "marie@cadence.example")]
    [InlineData("\"Durand, Marie\" <marie@cadence.example>", "Durand, Marie", "marie@cadence.example")]
    [InlineData("Marie@cadence.example <marie@cadence.example>", "", "marie@cadence.example")]
    [InlineData("Marie Durand", null, null)]
    [InlineData("@cadence.example", null, null)]
    [InlineData("Marie Durand marie@cadence.example", null, null)]
    [InlineData("Marie <marie@cadence.example", null, null)]
    [InlineData("Marie <ma rie@cadence.example>", null, null)]
    public void An_address_stands_alone_or_behind_a_name(string text, string? name, string? address)
    {
        var found = OwnerAddress.Find(text);

        Assert.Equal((name, address), (found?.Name, found?.Address));
    }

    [Theory]
    [InlineData("Marie Le Goff-Roux")]
    [InlineData("Marie-Le Goff Roux")]
    public async Task A_hyphen_that_stands_elsewhere_finds_nobody(string text) =>
        Assert.Equal(OwnerResolutionKind.Unknown, (await ResolveAsync(text, new CadenceUser("u1", "Marie", "Le-Goff Roux"))).Kind);

    [Fact]
    public async Task The_most_similar_active_users_are_named_first_and_equal_ones_by_their_id()
    {
        CadenceUser[] users =
        [
            new("a", "Marie", "Duran"), new("c", "Marie", "Durand"), new("b", "Marie", "Durand"), new("z", "Xavier", "Noirot"),
            new("d", "Marie", "Durandd") { IsActive = false },
        ];

        var resolution = await ResolveAsync("Marie Durandd-", users[..4]);
        var withInactive = await ResolveAsync("Marie Durande", users);

        Assert.Equal(["b", "c", "a"], resolution.Candidates.Select(user => user.Id));
        Assert.Equal(["b", "c", "a"], withInactive.Candidates.Select(user => user.Id));
    }

    [Theory]
    [InlineData(500, "u0")]
    [InlineData(501, "")]
    public async Task Among_more_than_500_users_only_those_that_share_a_word_are_compared(int count, string candidates)
    {
        var users = Enumerable.Range(1, count - 1).Select(number => new CadenceUser($"u{number}", "Zoé", $"Q{number}")).Prepend(new("u0", "Marie", "Durand"));

        var resolution = await ResolveAsync("Mariee Durandd", [.. users]);

        Assert.Equal(candidates, string.Join(' ', resolution.Candidates.Select(user => user.Id)));
        Assert.Equal("u0", Assert.Single((await ResolveAsync("Mariee Durand", [.. users])).Candidates).Id);
    }

    private static async Task<OwnerResolution> ResolveAsync(string text, params CadenceUser[] users) => Assert.Single(
        await new UserDirectoryOwnerResolver(new FixedUserProvider([.. users])).ResolveAsync([new(new(text, null))], TestContext.Current.CancellationToken));
}

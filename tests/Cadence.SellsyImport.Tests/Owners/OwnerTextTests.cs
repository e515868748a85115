using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Owners;

/// <summary>What the text of an owner means among several users: the corpus of names has one user for each text.</summary>
public sealed class OwnerTextTests
{
    private static readonly CadenceUser[] Users =
    [
        new("u1", "Marie", "Durand") { Email = "marie.durand@exemple.fr" },
        new("u2", "Paul", "Petit") { Email = "Paul.Petit@Exemple.fr" },
        new("u3", "Paul", "Petit") { Email = "p.petit@exemple.fr" },
        new("u4", "Jean", "Martin") { Email = "accueil@exemple.fr" },
        new("u5", "Martin", "Jean") { Email = "accueil@exemple.fr" },
        new("u6", "Sophie", "Leroy"),
        new("u7", "Sophie", "Leroy (Agence Lyon)"),
        new("u8", "Jean-Marc", "Roux"),
        new("u9", "Jean", "Marc-Roux"),
        new("u10", "Anne Lise", "Blanc"),
        new("u11", "Anne-Lise", "Blanc"),
        new("u12", "Zoé", "Noir") { IsActive = false, Email = "zoe@exemple.fr", SellsyId = "12" },
        new("u13", "Luc", "Vert") { IsActive = false },
        new("u14", "Luc", "Vert"),
        new("u15", "Hugo", "Brun"),
    ];

    [Theory]
    [InlineData("marie.durand@exemple.fr", "u1")]
    [InlineData(" MARIE.DURAND@EXEMPLE.FR ", "u1")]
    [InlineData("<marie.durand@exemple.fr>", "u1")]
    [InlineData("mailto:marie.durand@exemple.fr", "u1")]
    [InlineData("Marie Durand <marie.durand@exemple.fr>", "u1")]
    [InlineData("DURAND Marie<marie.durand@exemple.fr>", "u1")]
    [InlineData("Durand, Marie <marie.durand@exemple.fr>", "u1")]
    [InlineData("\"Durand, Marie\" <marie.durand@exemple.fr>", "u1")]
    [InlineData("Marie Durand (Lyon) <marie.durand@exemple.fr>", "u1")]
    [InlineData("marie.durand@exemple.fr <marie.durand@exemple.fr>", "u1")]
    [InlineData("Marie <marie.durand@exemple.fr>", "u1")]
    [InlineData("Paul Petit <p.petit@exemple.fr>", "u3")]
    [InlineData("Jean MARTIN <accueil@exemple.fr>", "u4")]
    [InlineData("JEAN Martin <accueil@exemple.fr>", "u5")]
    [InlineData("Hugo Brun <hugo.brun@exemple.fr>", "u15")]
    public async Task An_address_of_a_user_is_that_user(string text, string user) => Assert.Equal(user, (await ResolveAsync(text)).User?.Id);

    [Theory]
    [InlineData("Paul Petit <marie.durand@exemple.fr>", OwnerResolutionKind.Conflict, "u1 u2 u3")]
    [InlineData("Jean Inconnu <marie.durand@exemple.fr>", OwnerResolutionKind.Conflict, "u1")]
    [InlineData("Anne Durand <marie.durand@exemple.fr>", OwnerResolutionKind.Conflict, "u1")]
    [InlineData("Marie Durand <marie@ailleurs.example>", OwnerResolutionKind.Conflict, "u1")]
    [InlineData("Marie Durand <p.petit@exemple.fr>", OwnerResolutionKind.Conflict, "u3 u1")]
    [InlineData("accueil@exemple.fr", OwnerResolutionKind.Ambiguous, "u4 u5")]
    [InlineData("marie@ailleurs.example", OwnerResolutionKind.Unknown, "")]
    [InlineData("Jean Inconnu <jean@ailleurs.example>", OwnerResolutionKind.Unknown, "")]
    [InlineData("marie durand@exemple.fr", OwnerResolutionKind.Unknown, "")]
    [InlineData("marie.durand@exemple.fr, p.petit@exemple.fr", OwnerResolutionKind.Unknown, "")]
    [InlineData("xmarie.durand@exemple.fr", OwnerResolutionKind.Unknown, "")]
    public async Task An_address_that_the_name_contradicts_or_that_nobody_has_finds_nobody(string text, OwnerResolutionKind kind, string candidates)
    {
        var resolution = await ResolveAsync(text);

        Assert.Equal((kind, null), (resolution.Kind, resolution.User));
        Assert.True(
            kind == OwnerResolutionKind.Unknown || candidates == string.Join(' ', resolution.Candidates.Select(user => user.Id)),
            string.Join(' ', resolution.Candidates.Select(user => user.Id)));
    }

    [Theory]
    [InlineData("Sophie Leroy (Agence Lyon)", "u7")]
    [InlineData("LEROY Sophie (AGENCE LYON)", "u7")]
    [InlineData("Sophie Leroy (Agence Paris)", "u6")]
    [InlineData("Jean MARTIN", "u4")]
    [InlineData("Jean-Marc Roux", "u8")]
    [InlineData("Jean Marc ROUX", "u8")]
    [InlineData("Jean MARC ROUX", "u9")]
    [InlineData("Anne Lise Blanc", "u10")]
    [InlineData("Anne-Lise Blanc", "u11")]
    public async Task A_text_that_only_one_user_fits_finds_that_user(string text, string user) => Assert.Equal(user, (await ResolveAsync(text)).User?.Id);

    [Theory]
    [InlineData("Sophie Leroy", "u6 u7")]
    [InlineData("Jean Martin", "u4 u5")]
    [InlineData("JEAN MARTIN", "u4 u5")]
    [InlineData("Jean Marc Roux", "u8 u9")]
    [InlineData("Luc Vert", "u13 u14")]
    public async Task A_text_that_several_users_fit_finds_none(string text, string candidates)
    {
        var resolution = await ResolveAsync(text);

        Assert.Equal(OwnerResolutionKind.Ambiguous, resolution.Kind);
        Assert.Equal(candidates, string.Join(' ', resolution.Candidates.Select(user => user.Id)));
    }

    [Theory]
    [InlineData("Zoé Noir", null, null)]
    [InlineData("zoe@exemple.fr", null, null)]
    [InlineData(null, "12", null)]
    [InlineData("Marie Durand", null, "u12")]
    public async Task A_user_who_is_not_active_is_named_and_not_found(string? text, string? sellsyId, string? decided)
    {
        var resolution = await ResolveAsync(text, sellsyId, decided);

        Assert.Equal((OwnerResolutionKind.Inactive, null), (resolution.Kind, resolution.User));
        Assert.Equal(["u12"], resolution.Candidates.Select(user => user.Id));
    }

    [Fact]
    public async Task A_user_who_is_not_active_is_no_hint() => Assert.Empty((await ResolveAsync("Zoé Noire")).Candidates);

    private static async Task<OwnerResolution> ResolveAsync(string? text, string? sellsyId = null, string? decided = null)
    {
        var resolver = new UserDirectoryOwnerResolver(new FixedUserProvider(Users));
        return Assert.Single(await resolver.ResolveAsync([new(new(text, sellsyId), decided)], TestContext.Current.CancellationToken));
    }
}

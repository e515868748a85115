using System.Text;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Owners;

public sealed class UserDirectoryOwnerResolverTests
{
    private static readonly CadenceUser Marie = new("u1", "Marie", "Durand") { SellsyId = "71" };
    private static readonly CadenceUser PaulOne = new("u2", "Paul", "Martin") { SellsyId = "72" };
    private static readonly CadenceUser PaulTwo = new("u3", "Paul", "Martin");
    private static readonly CadenceUser Ronan = new("u4", "Ronan", "O'Brien");
    private static readonly CadenceUser Jean = new("u5", "Jean", "L’Hénaff");
    private static readonly CadenceUser SophieOne = new("u6", "Sophie", "Petit (Lyon)") { SellsyId = "76" };
    private static readonly CadenceUser SophieTwo = new("u7", "Sophie", "Petit") { SellsyId = "77" };

    public static TheoryData<string?, string?, string?, OwnerResolutionKind, string> Questions => new()
    {
        { "Marie Durand", null, null, OwnerResolutionKind.Found, "u1" },
        { "DURAND  marie (Lyon)", null, null, OwnerResolutionKind.Found, "u1" },
        { null, "71", null, OwnerResolutionKind.Found, "u1" },
        { "Marie Durand", "71", null, OwnerResolutionKind.Found, "u1" },
        { "Paul Martin", null, null, OwnerResolutionKind.Ambiguous, "u2 u3" },
        { "Paul Martin", "72", null, OwnerResolutionKind.Found, "u2" },
        { "Paul Martin", "99", null, OwnerResolutionKind.Found, "u3" },
        { "Paul Martin", "71", null, OwnerResolutionKind.Conflict, "u1 u2 u3" },
        { "Marie Durand", "99", null, OwnerResolutionKind.Conflict, "u1" },
        { "Sophie Petit", "99", null, OwnerResolutionKind.Conflict, "u6 u7" },
        { "Jean Inconnu", "71", null, OwnerResolutionKind.Found, "u1" },
        { null, "99", null, OwnerResolutionKind.Unknown, "" },
        { "Paul Martin", null, "u2", OwnerResolutionKind.Found, "u2" },
        { "Paul Martin", "72", "u3", OwnerResolutionKind.Found, "u2" },
        { "Paul Martin", "72", "u9", OwnerResolutionKind.Found, "u2" },
        { "Sophie Petit", "77", "u6", OwnerResolutionKind.Found, "u7" },
        { "Paul Martin", "99", "u2", OwnerResolutionKind.Found, "u2" },
        { "Paul Martin", "71", "u2", OwnerResolutionKind.Found, "u2" },
        { "Marie Durand", "71", "u2", OwnerResolutionKind.Found, "u2" },
        { "Jean Inconnu", null, "u9", OwnerResolutionKind.DecisionStale, "" },
    };

    [Fact]
    public async Task A_user_whose_id_is_given_twice_is_one_user()
    {
        var user = new CadenceUser("u1", "Marie", "Durand") { SellsyId = "5", SellsyIds = [new("", "5"), new("acme", "7"), new("acme", " 7 ")] };
        var resolver = new UserDirectoryOwnerResolver(new FixedUserProvider([user]));

        var found = await resolver.ResolveAsync([new(new(null, "5")), new(new(null, "7")) { SellsyAccount = "acme" }], TestContext.Current.CancellationToken);

        Assert.All(found, one => Assert.Equal((OwnerResolutionKind.Found, "u1"), (one.Kind, one.User?.Id)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_provider_that_gives_no_list_or_nobody_in_it_is_named(bool givesAList)
    {
        var resolver = new UserDirectoryOwnerResolver(new BrokenUserProvider(givesAList ? [Marie, null!] : null!));

        var exception = await Assert.ThrowsAsync<SellsyImportException>(
            async () => await resolver.ResolveAsync([new(new("Marie Durand", null))], TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCodes.SeamContractBroken, exception.Code);
        Assert.Equal(nameof(ICadenceUserProvider), exception.Arguments[0]);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task An_owner_is_found_by_decision_by_id_and_by_name_or_told_why_not(
        string? name,
        string? sellsyId,
        string? decided,
        OwnerResolutionKind kind,
        string users)
    {
        var resolution = await ResolveAsync(name, sellsyId, decided);

        Assert.Equal(kind, resolution.Kind);
        Assert.Equal(kind == OwnerResolutionKind.Found ? users : null, resolution.User?.Id);
        Assert.Equal(kind == OwnerResolutionKind.Found ? "" : users, string.Join(' ', resolution.Candidates.Select(user => user.Id)));
    }

    [Theory]
    [InlineData("Durand")]
    [InlineData("DURAND")]
    [InlineData("M. Durand")]
    [InlineData("Anne Durand")]
    [InlineData("Marie")]
    [InlineData("Marie D.")]
    public async Task Owner_fallback_on_the_last_name__a_part_of_a_name_is_nobody(string name)
    {
        var resolution = await ResolveAsync(name);

        Assert.Equal(OwnerResolutionKind.Unknown, resolution.Kind);
        Assert.Null(resolution.User);
    }

    [Theory]
    [InlineData("Ronan O'Brien", "u4")]
    [InlineData("Ronan O’Brien", "u4")]
    [InlineData("O`BRIEN Ronan", "u4")]
    [InlineData("Jean L'Henaff", "u5")]
    public async Task Owners_name_with_an_apostrophe__every_form_of_it_is_the_same(string name, string user) =>
        Assert.Equal(user, (await ResolveAsync(name)).User?.Id);

    [Fact]
    public async Task First_owner_or_company_of_that_name_taken__two_users_of_one_name_are_told_and_none_is_taken()
    {
        using var host = new ImportHost();

        var row = Assert.Single(await host.RowsAsync("ID Sellsy;Prénom;Propriétaire\n1;Anne;Paul Martin\n"));

        Assert.Equal((RowStatus.Error, null), (row.Status, row.Owner));
        Assert.Equal(
            "Owner: Several users of Cadence are named \"Paul Martin\": Paul Martin <paul.martin@cadence.example>, "
            + "Paul Martin <p.martin@cadence.example>. Decide which one is the owner.",
            ImportTexts.English.IssueText(Assert.Single(row.Issues)));
    }

    [Fact]
    public async Task UTF_8_without_BOM_read_as_Latin_1__the_owners_accents_are_read_from_every_encoding()
    {
        const string csv = "ID Sellsy;Prénom;Propriétaire\r\n1;Zoé;Hélène Brûlé\r\n2;Ève;HELENE BRULE\r\n";
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(csv),
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(csv)],
            Encoding.Latin1.GetBytes(csv),
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(csv)],
        ];
        foreach (var bytes in files)
        {
            using var host = new ImportHost();

            await host.ImportAsync(ImportSource.FromBytes("contacts.csv", bytes));

            Assert.Equal([ImportHost.Helene, ImportHost.Helene], host.Sink.Leads.Select(entry => entry.Owner));
            Assert.Equal(["Zoé", "Ève"], host.Sink.Leads.Select(entry => entry.Lead.FirstName));
        }
    }

    [Fact]
    public async Task The_nearest_names_are_hints_also_in_a_large_directory()
    {
        var many = Enumerable.Range(0, 5_000).Select(index => new CadenceUser($"n{index:D4}", $"Prénom{index}", $"Nom{index}"));
        CadenceUser[] users = [.. many, Marie, Ronan];
        var alike = users.Take(5).Select(user => user with { Id = "b" + user.Id, FirstName = "Prénom1" });

        Assert.Equal(["u1"], (await ResolveAsync("Marie Duran", users: users)).Candidates.Select(user => user.Id));
        Assert.Equal(["u1"], (await ResolveAsync("Marie Duran")).Candidates.Select(user => user.Id));
        Assert.Empty((await ResolveAsync("Xyz Abcdef", users: users)).Candidates);
        Assert.Equal(3, (await ResolveAsync("Prénom1 Nom1x", users: [.. users, .. alike])).Candidates.Length);
    }

    [Fact]
    public async Task A_user_without_a_name_is_never_found_by_a_blank_one()
    {
        var resolution = await ResolveAsync("(Lyon)", users: [new("u1", "", ""), new("u2", " ", "")]);

        Assert.Equal(OwnerResolutionKind.Unknown, resolution.Kind);
    }

    [Fact]
    public async Task Two_users_of_one_Sellsy_id_are_ambiguous()
    {
        var resolution = await ResolveAsync("Marie Durand", "71", users: [Marie, PaulOne with { SellsyId = " 71 " }]);

        Assert.Equal((OwnerResolutionKind.Ambiguous, 2), (resolution.Kind, resolution.Candidates.Length));
    }

    [Fact]
    public async Task A_provider_that_gives_an_id_twice_has_broken_its_contract()
    {
        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => ResolveAsync("Marie Durand", users: [Marie, Marie with { LastName = "Autre" }]));

        Assert.Equal(ErrorCodes.SeamContractBroken, exception.Code);
        Assert.Equal(["ICadenceUserProvider", "user id u1 twice", "each id once"], exception.Arguments);
    }

    [Fact]
    public async Task All_owners_are_resolved_with_one_look_at_the_users()
    {
        var provider = new FixedUserProvider(Marie, PaulOne);
        var requests = Enumerable.Range(0, 50).Select(index => new OwnerRequest(new($"Nom {index}", null), null));

        var resolutions = await new UserDirectoryOwnerResolver(provider).ResolveAsync([.. requests], TestContext.Current.CancellationToken);

        Assert.Equal((50, 1), (resolutions.Length, provider.Calls));
    }

    private static async Task<OwnerResolution> ResolveAsync(
        string? name,
        string? sellsyId = null,
        string? decided = null,
        CadenceUser[]? users = null)
    {
        var resolver = new UserDirectoryOwnerResolver(new FixedUserProvider(users ?? [Marie, PaulOne, PaulTwo, Ronan, Jean, SophieOne, SophieTwo]));
        var request = new OwnerRequest(new(name, sellsyId), decided);
        return Assert.Single(await resolver.ResolveAsync([request], TestContext.Current.CancellationToken));
    }

    private sealed class BrokenUserProvider(IReadOnlyList<CadenceUser> users) : ICadenceUserProvider
    {
        public ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(users);
    }
}

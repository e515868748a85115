using System.Collections.Immutable;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>The users of Cadence as they are now. All names are of one length, so that an owner's cell can be rewritten in place.</summary>
internal sealed class CurrentUsers : ICadenceUserProvider
{
    /// <summary>The names that files use; the last ones are names of no user at first.</summary>
    public static ImmutableArray<string> Names { get; } = ["Anna Adam", "Bert Bond", "Carl Cole", "Dora Dunn", "Emil East", "Fred Ford"];

    private static readonly ImmutableArray<string> Newcomers = ["Gina Gray", "Hugo Hale", "Iris Iber"];

    public ImmutableArray<CadenceUser> All { get; private set; } = [.. Names.Take(4).Select((name, index) => User($"u{index + 1}", name))];

    public ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default) => new(All);

    /// <summary>The user whom an owner's text names among these users; none where none or several have the name.</summary>
    public static CadenceUser? Named(ImmutableArray<CadenceUser> users, string owner, OwnerDecisions decisions)
    {
        var found = decisions.Find(owner) is { } decided
            ? users.Where(user => user.Id == decided).ToArray()
            : [.. users.Where(user => user.FullName == owner)];
        return found.Length == 1 ? found[0] : null;
    }

    public void Set(ImmutableArray<CadenceUser> users) => All = users;

    /// <summary>Renames a user, gives the id to another person, changes an address, or adds a user, perhaps of a name that is there.</summary>
    /// <returns>The user before, none where one is added, and the user after.</returns>
    public (CadenceUser? Before, CadenceUser After) Changed(Random random)
    {
        var user = All[random.Next(All.Length)];
        var name = Pick(random, random.Next(2) == 0 ? Names : Newcomers);
        return random.Next(4) switch
        {
            0 => (user, User(user.Id, name) with { Email = user.Email }),
            1 => (user, User(user.Id, name)),
            2 => (user, user with { Email = $"new{random.Next(1_000)}@cadence.example" }),
            _ => (null, User($"v{random.Next(1_000_000)}", random.Next(2) == 0 ? user.FullName : name)),
        };
    }

    private static string Pick(Random random, ImmutableArray<string> names) => names[random.Next(names.Length)];

    private static CadenceUser User(string id, string name) =>
        new(id, name.Split(' ')[0], name.Split(' ')[1]) { Email = $"{name.Replace(' ', '.').ToLowerInvariant()}.{id}@cadence.example" };
}

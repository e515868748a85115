using System.Collections.Immutable;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Owners;

/// <summary>The users of Cadence, found by id, by Sellsy id, by folded full name in both orders, and by similarity.</summary>
internal sealed class UserDirectory
{
    private const int MostHints = 3;
    private const int SmallDirectory = 500;
    private const double LeastSimilarity = 0.6;

    private readonly ImmutableArray<NamedUser> _users;
    private readonly Dictionary<string, CadenceUser> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<CadenceUser>> _bySellsyId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<CadenceUser>> _byFoldedName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<NamedUser>> _byWord = new(StringComparer.Ordinal);

    public UserDirectory(IEnumerable<CadenceUser> users)
    {
        _users = [.. users.Select(NamedUser.Of)];
        foreach (var named in _users)
        {
            var user = named.User;
            if (!_byId.TryAdd(user.Id, user))
            {
                throw SeamGuard.Broken(nameof(ICadenceUserProvider), $"user id {user.Id} twice", "each id once");
            }

            if (!string.IsNullOrWhiteSpace(user.SellsyId))
            {
                Add(_bySellsyId, user.SellsyId.Trim(), user);
            }

            Add(_byFoldedName, named.Name, user);
            Add(_byFoldedName, named.LastNameFirst, user);
            foreach (var word in named.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Add(_byWord, word, named);
            }
        }
    }

    public CadenceUser? WithId(string id) => _byId.GetValueOrDefault(id);

    public ImmutableArray<CadenceUser> WithSellsyId(string sellsyId) => _bySellsyId.GetValueOrDefault(sellsyId, []);

    public ImmutableArray<CadenceUser> WithName(string name) => _byFoldedName.GetValueOrDefault(TextFolding.PersonName(name), []);

    /// <summary>The users with the most similar names, as a hint only. In a large directory, the users that share a word of the name.</summary>
    public ImmutableArray<CadenceUser> Nearest(string name)
    {
        var folded = TextFolding.PersonName(name);
        var candidates = _users.Length <= SmallDirectory
            ? _users
            : [.. folded.Split(' ').SelectMany(word => _byWord.GetValueOrDefault(word, []).Take(SmallDirectory)).Distinct()];
        return
        [
            .. candidates
                .Select(named => (named.User, Score: ScoreOf(named, folded)))
                .Where(scored => scored.Score >= LeastSimilarity)
                .OrderByDescending(scored => scored.Score)
                .ThenBy(scored => scored.User.Id, StringComparer.Ordinal)
                .Take(MostHints)
                .Select(scored => scored.User),
        ];
    }

    private static double ScoreOf(NamedUser user, string folded) => Math.Max(
        Similarity.Score(user.Name, folded, LeastSimilarity),
        Similarity.Score(user.LastNameFirst, folded, LeastSimilarity));

    private static void Add<T>(Dictionary<string, ImmutableArray<T>> index, string key, T user)
    {
        if (key.Length == 0)
        {
            return;
        }

        var there = index.GetValueOrDefault(key, []);
        if (!there.Contains(user))
        {
            index[key] = there.Add(user);
        }
    }

    /// <summary>A user with the folded name in both orders.</summary>
    private sealed record NamedUser(CadenceUser User, string Name, string LastNameFirst)
    {
        public static NamedUser Of(CadenceUser user) =>
            new(user, TextFolding.PersonName(user.FullName), TextFolding.PersonName($"{user.LastName} {user.FirstName}"));
    }
}

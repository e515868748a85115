using System.Collections.Immutable;
using Cadence.SellsyImport.Issues;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Owners;

/// <summary>The users of Cadence, found by id, by Sellsy id, by e-mail address, by full name in both orders, and by similarity.</summary>
internal sealed class UserDirectory
{
    private const int MostHints = 3;
    private const int SmallDirectory = 500;
    private const double LeastSimilarity = 0.6;

    private readonly ImmutableArray<NamedUser> _users;
    private readonly Dictionary<string, CadenceUser> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Account, string Id), List<CadenceUser>> _bySellsyId = [];
    private readonly Dictionary<string, List<NamedUser>> _byAddress = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<NamedUser>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NamedUser>> _byWord = new(StringComparer.Ordinal);

    public UserDirectory(IEnumerable<CadenceUser> users)
    {
        _users = [.. users.Select(user => new NamedUser(user))];
        foreach (var named in _users)
        {
            var user = named.User;
            if (!_byId.TryAdd(user.Id, user))
            {
                throw SeamGuard.Broken(nameof(ICadenceUserProvider), $"user id {user.Id} twice", "each id once");
            }

            AddSellsyId("", user.SellsyId, user);
            foreach (var (account, id) in user.SellsyIds.Where(id => id.Account.Length > 0))
            {
                AddSellsyId(account, id, user);
            }

            Add(_byAddress, user.Email, named);
            Add(_byName, named.Key, named);
            Add(_byName, named.KeyLastNameFirst == named.Key ? "" : named.KeyLastNameFirst, named);
            foreach (var word in named.Name.Split(' ').Distinct())
            {
                Add(_byWord, word, named);
            }
        }
    }

    public CadenceUser? WithId(string id) => _byId.GetValueOrDefault(id);

    public ImmutableArray<CadenceUser> WithSellsyId(string account, string sellsyId) => [.. _bySellsyId.GetValueOrDefault((account, sellsyId)) ?? []];

    /// <summary>The users whom the text of a cell means, by name or by e-mail address.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isContradiction">Whether the text holds a name and an address that are not those of one user.</param>
    public ImmutableArray<CadenceUser> WithText(string text, out bool isContradiction)
    {
        isContradiction = false;
        return OwnerAddress.Find(text) switch
        {
            { Name.Length: > 0 } found => WithNameAndAddress(found.Name, found.Address, out isContradiction),
            { Address: var address } when _byAddress.TryGetValue(address, out var users) => [.. users.Select(named => named.User)],
            _ => WithName(text),
        };
    }

    /// <summary>The users with the most similar names, as a hint only. In a large directory, the users that share a word of the name.</summary>
    public ImmutableArray<CadenceUser> Nearest(string text)
    {
        var folded = PersonName.Of(OwnerAddress.Find(text) is { Name.Length: > 0 } found ? found.Name : text).Folded;
        IEnumerable<NamedUser> candidates = _users.Length <= SmallDirectory
            ? _users
            : folded.Split(' ').SelectMany(word => (_byWord.GetValueOrDefault(word) ?? []).Take(SmallDirectory)).Distinct();
        return
        [
            .. candidates
                .Where(named => named.User.IsActive)
                .Select(named => (named.User, Score: ScoreOf(named, folded)))
                .Where(scored => scored.Score >= LeastSimilarity)
                .OrderByDescending(scored => scored.Score)
                .ThenBy(scored => scored.User.Id, StringComparer.Ordinal)
                .Take(MostHints)
                .Select(scored => scored.User),
        ];
    }

    private ImmutableArray<CadenceUser> WithName(string text)
    {
        var name = PersonName.Of(text);
        var fitting = (_byName.GetValueOrDefault(name.Key) ?? [])
            .Select(named => (Named: named, Fit: named.FitOf(name)))
            .Where(entry => entry.Fit != NameFit.None)
            .ToLookup(entry => entry.Fit, entry => entry.Named);
        NamedUser[] found = [.. fitting.Contains(NameFit.Same) ? fitting[NameFit.Same] : fitting[NameFit.HyphenLost]];
        NamedUser[] inFull = name.Suffix.Length == 0 ? [] : Array.FindAll(found, named => named.HasSuffixOf(name));
        return [.. (inFull.Length > 0 ? inFull : found).Select(named => named.User)];
    }

    /// <summary>
    /// The users of an address whose name is the one that stands before it, or has its words. Where no user has the address, the name alone
    /// decides, unless its user has another address.
    /// </summary>
    private ImmutableArray<CadenceUser> WithNameAndAddress(string text, string address, out bool isContradiction)
    {
        var byName = WithName(text);
        var byAddress = _byAddress.GetValueOrDefault(address) ?? [];
        var name = PersonName.Of(text);
        ImmutableArray<CadenceUser> found = byAddress.Count == 0
            ? [.. byName.Where(user => string.IsNullOrWhiteSpace(user.Email))]
            : [.. byAddress.Where(named => byName.Contains(named.User) || (byName.IsEmpty && named.HasWordsOf(name))).Select(named => named.User)];
        isContradiction = found.IsEmpty && (byAddress.Count > 0 || !byName.IsEmpty);
        return isContradiction ? [.. byAddress.Select(named => named.User), .. byName] : found;
    }

    private static double ScoreOf(NamedUser user, string folded) => Math.Max(
        Similarity.Score(user.Name, folded, LeastSimilarity),
        Similarity.Score(user.NameLastNameFirst, folded, LeastSimilarity));

    private void AddSellsyId(string account, string? id, CadenceUser user)
    {
        if (id?.Trim() is { Length: > 0 } trimmed)
        {
            var there = _bySellsyId.TryGetValue((account, trimmed), out var known) ? known : _bySellsyId[(account, trimmed)] = [];
            if (there.Count == 0 || there[^1] != user)
            {
                there.Add(user);
            }
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> index, string? key, T user)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            return;
        }

        if (!index.TryGetValue(key.Trim(), out var there))
        {
            index.Add(key.Trim(), there = []);
        }

        there.Add(user);
    }
}

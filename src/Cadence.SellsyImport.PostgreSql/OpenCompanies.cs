using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The companies of a batch that have no row yet, by key.</summary>
internal sealed class OpenCompanies
{
    private readonly Dictionary<string, List<IncomingCompany>> _bySellsyId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IncomingCompany>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<IncomingCompany>> _byOwnId = [];

    public OpenCompanies(IncomingCompanies incoming)
    {
        for (var i = 0; i < incoming.Count; i++)
        {
            if (incoming[i].Stored is null)
            {
                Add(incoming[i], i);
            }
        }
    }

    /// <summary>The indexes, within the batch, of the companies with an id or a name; ascending.</summary>
    public List<int> Places { get; } = [];

    /// <summary>The companies with neither.</summary>
    public List<IncomingCompany> Alone { get; } = [];

    public bool AreNone => Places.Count + Alone.Count == 0;

    /// <summary>Whether none of them can exist already.</summary>
    public bool AreAllNew => _bySellsyId.Count + _byName.Count + _byOwnId.Count == 0;

    /// <summary>The keys to look up: Sellsy ids, keys of names, ids in the table.</summary>
    public NpgsqlParameter[] Keys() => [Values.Texts(_bySellsyId.Keys), Values.Texts(_byName.Keys), Values.Numbers(_byOwnId.Keys)];

    /// <summary>Assigns a stored row to all companies with its key.</summary>
    public void Found(CompanyRow row)
    {
        Resolve(row.SellsyId is null ? null : _bySellsyId.GetValueOrDefault(row.SellsyId), row);
        Resolve(row.NameKey is null ? null : _byName.GetValueOrDefault(row.NameKey), row);
        Resolve(_byOwnId.GetValueOrDefault(row.Id), row);
    }

    private static void Resolve(List<IncomingCompany>? companies, CompanyRow row)
    {
        foreach (var incoming in companies ?? [])
        {
            incoming.Stored = new(row.Id, DiffersFromIncoming: !row.Matches(incoming.Company));
        }
    }

    private void Add(IncomingCompany incoming, int place)
    {
        if (incoming.IsAlone)
        {
            Alone.Add(incoming);
        }
        else
        {
            Places.Add(place);
        }

        if (incoming.Company.SellsyId is { } sellsyId)
        {
            Add(_bySellsyId, sellsyId, incoming);
        }
        else if (incoming.NameKey is { } nameKey)
        {
            Add(_byName, nameKey, incoming);
        }
        else if (incoming.OwnId is { } id)
        {
            Add(_byOwnId, id, incoming);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<IncomingCompany>> companies, TKey key, IncomingCompany incoming)
        where TKey : notnull
    {
        if (!companies.TryGetValue(key, out var same))
        {
            companies.Add(key, same = []);
        }

        same.Add(incoming);
    }
}

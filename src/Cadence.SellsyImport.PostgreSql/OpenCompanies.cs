using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The companies of a batch whose rows are not known yet, by what they are known by.</summary>
internal sealed class OpenCompanies
{
    private readonly Dictionary<string, List<ToldCompany>> _bySellsyId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ToldCompany>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<ToldCompany>> _byOwnId = [];

    public OpenCompanies(ToldCompanies told)
    {
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i].Stored is null)
            {
                Add(told[i], i);
            }
        }
    }

    /// <summary>The places, among the companies of the batch, of those with an id or a name; ascending.</summary>
    public List<int> Places { get; } = [];

    /// <summary>Those with neither.</summary>
    public List<ToldCompany> Alone { get; } = [];

    public bool AreNone => Places.Count + Alone.Count == 0;

    /// <summary>Whether none of them can be there already.</summary>
    public bool AreAllNew => _bySellsyId.Count + _byName.Count + _byOwnId.Count == 0;

    /// <summary>What is looked for: Sellsy ids, keys of names, ids in the table.</summary>
    public NpgsqlParameter[] Keys() => [Values.Texts(_bySellsyId.Keys), Values.Texts(_byName.Keys), Values.Numbers(_byOwnId.Keys)];

    /// <summary>Tells a row of the table to all who tell its company.</summary>
    public void Found(CompanyRow row)
    {
        Tell(row.SellsyId is null ? null : _bySellsyId.GetValueOrDefault(row.SellsyId), row);
        Tell(row.NameKey is null ? null : _byName.GetValueOrDefault(row.NameKey), row);
        Tell(_byOwnId.GetValueOrDefault(row.Id), row);
    }

    private static void Tell(List<ToldCompany>? companies, CompanyRow row)
    {
        foreach (var told in companies ?? [])
        {
            told.Stored = new(row.Id, IsToldOtherwise: !row.IsToldBy(told.Company));
        }
    }

    private void Add(ToldCompany told, int place)
    {
        if (told.IsAlone)
        {
            Alone.Add(told);
        }
        else
        {
            Places.Add(place);
        }

        if (told.Company.SellsyId is { } sellsyId)
        {
            Add(_bySellsyId, sellsyId, told);
        }
        else if (told.NameKey is { } nameKey)
        {
            Add(_byName, nameKey, told);
        }
        else if (told.OwnId is { } id)
        {
            Add(_byOwnId, id, told);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<ToldCompany>> companies, TKey key, ToldCompany told)
        where TKey : notnull
    {
        if (!companies.TryGetValue(key, out var same))
        {
            companies.Add(key, same = []);
        }

        same.Add(told);
    }
}

using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Users as the arrays that a statement unnests; the first one with an id counts.</summary>
/// <param name="seam">Where the users come from, for the error about a text that cannot be stored.</param>
internal sealed class UserRows(string seam)
{
    public const string Columns = "id, first_name, last_name, email, sellsy_id, is_active, sellsy_ids";

    /// <summary>The arrays of <see cref="Parameters"/> as rows of <see cref="Columns"/>.</summary>
    public const string Unnested = "unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::json[])";

    private readonly HashSet<string?> _ids = new(StringComparer.Ordinal);
    private readonly List<CadenceUser> _users = [];

    public int Count => _users.Count;

    /// <param name="user">The user.</param>
    /// <param name="row">The row that names it, or its place in the list.</param>
    public void Add(CadenceUser user, long row)
    {
        if (!_ids.Add(user.Id))
        {
            return;
        }

        foreach (var text in (IEnumerable<string?>)[user.Id, user.FirstName, user.LastName, user.Email, user.SellsyId, .. user.SellsyIds.SelectMany(id => (string[])[id.Account, id.Id])])
        {
            StorableText.Require(text, seam, row);
        }

        _users.Add(user);
    }

    /// <summary>Seven arrays: ids, first names, last names, addresses, Sellsy ids, whether the user is active, Sellsy ids by account.</summary>
    public NpgsqlParameter[] Parameters() =>
    [
        Column(user => user.Id), Column(user => user.FirstName), Column(user => user.LastName), Column(user => user.Email),
        Column(user => user.SellsyId), new NpgsqlParameter<bool[]> { TypedValue = [.. _users.Select(user => user.IsActive)] },
        new NpgsqlParameter { Value = _users.Select(SellsyIds).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json },
    ];

    private static string? SellsyIds(CadenceUser user) => user.SellsyIds.IsEmpty
        ? null
        : JsonSerializer.Serialize([.. user.SellsyIds.Select(id => new Dictionary<string, string> { ["account"] = id.Account, ["id"] = id.Id })], LeadJsonContext.Default.DictionaryStringStringArray);

    private NpgsqlParameter<string?[]> Column(Func<CadenceUser, string?> value) => new() { TypedValue = [.. _users.Select(value)] };
}

using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Users as the arrays that a statement unnests; the first one with an id counts.</summary>
/// <param name="seam">Where the users come from, for the error about a text that cannot be stored.</param>
internal sealed class UserRows(string seam)
{
    public const string Columns = "id, first_name, last_name, email, sellsy_id, is_active";

    /// <summary>The arrays of <see cref="Parameters"/> as rows of <see cref="Columns"/>.</summary>
    public const string Unnested = "unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[])";

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

        foreach (var text in (ReadOnlySpan<string?>)[user.Id, user.FirstName, user.LastName, user.Email, user.SellsyId])
        {
            StorableText.Require(text, seam, row);
        }

        _users.Add(user);
    }

    /// <summary>Six arrays: ids, first names, last names, addresses, Sellsy ids, whether the user is active.</summary>
    public NpgsqlParameter[] Parameters() =>
    [
        Column(user => user.Id), Column(user => user.FirstName), Column(user => user.LastName), Column(user => user.Email),
        Column(user => user.SellsyId), new NpgsqlParameter<bool[]> { TypedValue = [.. _users.Select(user => user.IsActive)] },
    ];

    private NpgsqlParameter<string?[]> Column(Func<CadenceUser, string?> value) => new() { TypedValue = [.. _users.Select(value)] };
}

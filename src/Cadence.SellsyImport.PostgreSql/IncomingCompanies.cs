using System.Text.Json;
using Cadence.SellsyImport.Mapping;
using Npgsql;
using NpgsqlTypes;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// The distinct companies that the leads of a batch name, and the rows where they are or will be stored. A company is known by
/// its Sellsy id, or else by its folded name; one with neither belongs to one lead alone.
/// </summary>
internal sealed class IncomingCompanies
{
    private readonly Dictionary<LeadCompany, int> _incoming = [];
    private readonly List<IncomingCompany> _all = [];

    public int Count => _all.Count;

    public IncomingCompany this[int index] => _all[index];

    /// <summary>Adds a company and returns its index; -1 if there is none.</summary>
    /// <param name="company">The company.</param>
    /// <param name="row">The number of a row that names it.</param>
    /// <param name="ownId">The existing company row of the lead, for a company with neither id nor name.</param>
    public int Add(LeadCompany? company, long row, long? ownId = null)
    {
        if (company is null)
        {
            return -1;
        }

        var isAlone = company is { SellsyId: null, Name: null };
        if (!isAlone && _incoming.TryGetValue(company, out var index))
        {
            return index;
        }

        Require(company, row);
        var key = company.SellsyId is null ? company.NameKey : null;
        _all.Add(new(company, key, isAlone ? ownId : null));
        if (!isAlone)
        {
            _incoming.Add(company, _all.Count - 1);
        }

        return _all.Count - 1;
    }

    /// <summary>Arrays to be unnested: key of the name, and the columns of <see cref="CompanyColumns"/>.</summary>
    public IEnumerable<NpgsqlParameter> Parameters(List<int> indexes)
    {
        yield return new NpgsqlParameter<string?[]> { TypedValue = [.. indexes.Select(index => _all[index].NameKey)] };
        for (var column = 0; column < CompanyColumns.Count; column++)
        {
            var current = column;
            yield return column == CompanyColumns.AddressLines
                ? new() { Value = indexes.Select(index => Lines(_all[index].Company)).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb }
                : new NpgsqlParameter<string?[]> { TypedValue = [.. indexes.Select(index => CompanyColumns.Value(_all[index].Company, current))] };
        }
    }

    private static string? Lines(LeadCompany company) =>
        company.AddressLines.IsEmpty ? null : JsonSerializer.Serialize([.. company.AddressLines], LeadJsonContext.Default.StringArray);

    private static void Require(LeadCompany company, long row)
    {
        for (var column = 0; column < CompanyColumns.Count; column++)
        {
            if (column != CompanyColumns.AddressLines)
            {
                StorableText.Require(CompanyColumns.Value(company, column), nameof(IFieldMapper), row);
            }
        }

        foreach (var line in company.AddressLines)
        {
            StorableText.Require(line, nameof(IFieldMapper), row);
        }
    }
}

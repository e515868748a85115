using System.Text;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>The further companies of leads as the arrays that a statement unnests.</summary>
internal sealed class OtherCompanyRows
{
    private readonly List<string> _contacts = [];
    private readonly List<int> _positions = [];
    private readonly List<long> _companies = [];
    private readonly List<string?> _incoming = [];

    public int Count => _contacts.Count;

    public void Add(LeadToWrite lead, IncomingCompanies companies)
    {
        for (var i = 0; i < lead.OtherCompanies.Length; i++)
        {
            var incoming = companies[lead.OtherCompanies[i]];
            _contacts.Add(lead.Lead.SellsyContactId);
            _positions.Add(i + 1);
            _companies.Add(incoming.Stored!.Value.Id);
            _incoming.Add(incoming.Stored.Value.DiffersFromIncoming ? Json(incoming.Company) : null);
        }
    }

    public NpgsqlParameter[] Parameters() =>
    [
        Values.Texts(_contacts),
        new NpgsqlParameter<int[]> { TypedValue = [.. _positions] },
        Values.Numbers(_companies),
        new NpgsqlParameter<string?[]> { TypedValue = [.. _incoming] },
    ];

    private static string Json(LeadCompany company)
    {
        using var buffer = new CopyBuffer();
        new LeadJson(buffer, text => text).Company(company);
        return Encoding.UTF8.GetString(buffer.Written.Span[sizeof(int)..]);
    }
}

using System.Collections.Immutable;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Reads leads back as they were written.</summary>
internal sealed class LeadReader(NpgsqlDataReader reader)
{
    private const int Company = 28;
    private const int Owner = Company + 1 + CompanyColumns.Count;

    public static async Task<List<LeadRow>> AllAsync(
        NpgsqlConnection connection,
        LeadStatements statements,
        string sellsyAccount,
        IEnumerable<string> sellsyContactIds,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Read, connection);
        command.Parameters.Add(Values.Texts(sellsyContactIds.Where(StorableText.Is)));
        command.Parameters.Add(Values.Text(sellsyAccount));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var leads = new List<LeadRow>();
        var rows = new LeadReader(reader);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            leads.Add(rows.Current(sellsyAccount));
        }

        return leads;
    }

    private LeadRow Current(string sellsyAccount)
    {
        var owner = new CadenceUser(reader.GetString(8), reader.GetString(Owner), reader.GetString(Owner + 1))
        {
            Email = reader.TextOrNull(Owner + 2),
            SellsyId = reader.TextOrNull(Owner + 3),
            IsActive = reader.GetBoolean(Owner + 4),
            SellsyIds = LeadJsonReader.SellsyIds(Json(Owner + 5)),
        };
        var cadences = reader.IsDBNull(Owner + 6) ? [] : reader.GetFieldValue<string[]>(Owner + 6);
        return new(reader.GetInt64(0), reader.NumberOrNull(3), reader.IsDBNull(4) ? null : reader.GetInt32(4))
        {
            IsEdited = reader.GetInt32(2) > 0 || cadences.Length > 0,
            Lead = new(CurrentLead(sellsyAccount), owner, reader.GetInt64(1)) { RunningCadences = ImmutableArray.Create(cadences) },
        };
    }

    private Lead CurrentLead(string sellsyAccount) => new()
    {
        SellsyAccount = sellsyAccount,
        SellsyContactId = reader.GetString(5),
        FirstName = reader.TextOrNull(6),
        LastName = reader.TextOrNull(7),
        NamedOwner = new(reader.TextOrNull(9), reader.TextOrNull(10)),
        Civility = reader.TextOrNull(11),
        JobPosition = reader.TextOrNull(12),
        Emails = LeadJsonReader.Emails(Json(13)),
        Phones = LeadJsonReader.Phones(Json(14)),
        LinkedIn = reader.TextOrNull(15),
        Website = reader.TextOrNull(16),
        Birthday = reader.IsDBNull(17) ? null : reader.GetFieldValue<DateOnly>(17),
        Tags = LeadJsonReader.Texts(Json(18)),
        CreatedInSellsy = reader.IsDBNull(19) ? null : reader.GetDateTime(19),
        ModifiedInSellsy = reader.IsDBNull(20) ? null : reader.GetDateTime(20),
        EmailConsent = reader.YesNoOrNull(21),
        SmsConsent = reader.YesNoOrNull(22),
        CustomValues = LeadJsonReader.Values(Json(23)),
        UnmappedValues = LeadJsonReader.Values(Json(24)),
        UnreadValues = LeadJsonReader.Values(Json(25)),
        Note = reader.TextOrNull(26),
        Company = LeadJsonReader.Company(Json(27)) ?? (reader.IsDBNull(Company) ? null : CurrentCompany()),
        OtherCompanies = LeadJsonReader.Companies(Json(Owner + 7)),
    };

    private LeadCompany CurrentCompany() => new()
    {
        SellsyId = reader.TextOrNull(Company + 1),
        Name = reader.TextOrNull(Company + 2),
        Email = reader.TextOrNull(Company + 3),
        Phone = reader.TextOrNull(Company + 4) is { } type
            ? new(PhoneTypes.TypeOf(type), reader.GetString(Company + 5), reader.TextOrNull(Company + 6))
            : null,
        Website = reader.TextOrNull(Company + 7),
        Size = reader.TextOrNull(Company + 8),
        Type = reader.TextOrNull(Company + 9),
        AddressLines = LeadJsonReader.Texts(Json(Company + 10)),
        ZipCode = reader.TextOrNull(Company + 11),
        City = reader.TextOrNull(Company + 12),
        State = reader.TextOrNull(Company + 13),
        Country = reader.TextOrNull(Company + 14),
        Siren = reader.TextOrNull(Company + 15),
        Siret = reader.TextOrNull(Company + 16),
    };

    private byte[]? Json(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);
}

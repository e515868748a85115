using System.Collections.Immutable;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>A company as stored in its table.</summary>
internal sealed class CompanyRow
{
    private readonly string?[] _texts = new string?[CompanyColumns.Count];
    private readonly ImmutableArray<string> _addressLines;

    /// <summary>Reads the current row of <see cref="CompanyStatements.Keep"/>.</summary>
    public CompanyRow(NpgsqlDataReader reader)
    {
        Id = reader.GetInt64(0);
        NameKey = reader.TextOrNull(1);
        for (var column = 0; column < CompanyColumns.Count; column++)
        {
            _texts[column] = column == CompanyColumns.AddressLines ? null : reader.TextOrNull(column + 2);
        }

        const int lines = CompanyColumns.AddressLines + 2;
        _addressLines = LeadJsonReader.Texts(reader.IsDBNull(lines) ? null : reader.GetFieldValue<byte[]>(lines));
    }

    public long Id { get; }

    public string? NameKey { get; }

    public string? SellsyId => _texts[0];

    /// <summary>Whether the incoming company has the same values as this row.</summary>
    public bool Matches(LeadCompany company)
    {
        for (var column = 0; column < CompanyColumns.Count; column++)
        {
            if (column != CompanyColumns.AddressLines && CompanyColumns.Value(company, column) != _texts[column])
            {
                return false;
            }
        }

        return company.AddressLines.SequenceEqual(_addressLines);
    }
}

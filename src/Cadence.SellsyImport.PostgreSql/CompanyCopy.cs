namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// Writes new companies as rows of a COPY: the columns of <see cref="CompanyColumns"/>, their keys, the batch that creates them, their ids,
/// versions and accounts.
/// </summary>
internal sealed class CompanyCopy : IDisposable
{
    private const int FurtherColumns = 6;

    private readonly BatchOrigin _origin;
    private readonly string _account;
    private readonly LeadJson _json;

    public CompanyCopy(BatchOrigin origin, string account)
    {
        _origin = origin;
        _account = account;
        _json = new(Buffer, text => text, isBinary: true);
    }

    public CopyBuffer Buffer { get; } = new();

    public void Add(long id, string? nameKey, LeadCompany company)
    {
        Buffer.StartRow(CompanyColumns.Count + FurtherColumns);
        for (var column = 0; column < CompanyColumns.Count; column++)
        {
            if (column == CompanyColumns.AddressLines)
            {
                _json.Texts(company.AddressLines);
            }
            else
            {
                Buffer.Text(CompanyColumns.Value(company, column));
            }
        }

        Buffer.Text(nameKey);
        Buffer.Number(_origin.Import);
        Buffer.Number(_origin.Number);
        Buffer.Number(id);
        Buffer.RandomNumber();
        Buffer.Text(company.SellsyId is null ? "" : _account);
    }

    public void Dispose() => Buffer.Dispose();
}

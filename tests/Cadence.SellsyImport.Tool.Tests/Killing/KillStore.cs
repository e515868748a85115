using System.Data.Common;
using System.Text;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

/// <summary>Databases of one kind, each known by a name: made by copying another, and looked at past the library.</summary>
internal abstract class KillStore : IAsyncDisposable
{
    /// <summary>What of leads and companies does not hang on how an import was cut into batches.</summary>
    private const string Leads =
        """
        SELECT sellsy_contact_id, first_name, last_name, owner_id, owner_name, owner_sellsy_id, civility, job_position, CAST(emails AS text),
            CAST(phones AS text), linkedin, leads.website, birthday, CAST(tags AS text), CAST(company_as_told AS text), created_in_sellsy,
            modified_in_sellsy, email_consent, sms_consent, CAST(custom_values AS text), CAST(unread_values AS text), created_from_row, note,
            companies.sellsy_id, companies.name, companies.email, companies.phone_text, companies.city, companies.siret
        FROM leads LEFT JOIN companies ON companies.id = company_id ORDER BY sellsy_contact_id
        """;

    private const string Companies =
        """
        SELECT sellsy_id, name_key, name, email, phone_text, city, siret FROM companies
        ORDER BY sellsy_id, name_key, name, email, phone_text, city, siret
        """;

    /// <summary>What the ledger tells of the last import, and whether its batches account for its rows and leads.</summary>
    private const string Ledger =
        """
        SELECT state, rows_read, added, updated, unchanged, skipped, errors,
            batches - (SELECT count(*) FROM import_batches WHERE import = imports.id),
            (SELECT sum(length(row_outcomes)) FROM import_batches WHERE import = imports.id),
            (SELECT count(*) FROM import_changes WHERE import = imports.id),
            (SELECT count(DISTINCT sellsy_contact_id) FROM import_changes WHERE import = imports.id)
        FROM imports WHERE file_name = 'contacts.csv' ORDER BY id LIMIT 1
        """;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>How the console is told the database.</summary>
    public abstract string[] Arguments(string name);

    /// <summary>How the small program is told the database.</summary>
    public abstract string Target(string name);

    /// <summary>Makes an empty database, where the console does not.</summary>
    public abstract Task CreateAsync(string name);

    public abstract Task CopyAsync(string from, string to);

    public abstract ValueTask DisposeAsync();

    public Task<string> ReadLeadsAsync(string name) => ReadAsync(name, Leads);

    public Task<string> ReadCompaniesAsync(string name) => ReadAsync(name, Companies);

    public Task<string> ReadLedgerAsync(string name) => ReadAsync(name, Ledger);

    public async Task<string> ReadAsync(string name, string sql)
    {
        await using var connection = Connection(name);
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new StringBuilder();
        while (await reader.ReadAsync(Cancellation))
        {
            rows.AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))).Append('\n');
        }

        return rows.ToString();
    }

    protected abstract DbConnection Connection(string name);
}

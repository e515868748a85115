using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Proof.Changes.Stores;

/// <summary>What the two databases have in common: plain SQL past the sink, on a connection of its own.</summary>
internal abstract class SqlStore : IChangedStore
{
    public FixedTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 4, 3, 10, 0, 0, TimeSpan.Zero));

    public bool HoldsUsers => true;

    /// <summary>The expression that reads the plan of a row of <c>imports</c>.</summary>
    protected abstract string Plan { get; }

    public abstract void Clear();

    public abstract ILeadSink Open();

    public abstract void Close();

    public abstract void Copy();

    public abstract void Restore();

    /// <summary>Reads all tables in one question, whose answers come one after another.</summary>
    public StoreContent Read()
    {
        using var command = Command(
            $"""
            SELECT leads.sellsy_contact_id, companies.name FROM lead_other_companies
                JOIN leads ON leads.id = lead_id JOIN companies ON companies.id = lead_other_companies.company_id ORDER BY lead_id, position;
            SELECT leads.sellsy_contact_id, first_name, last_name, job_position, note, companies.name, owner_id
                FROM leads LEFT JOIN companies ON companies.id = leads.company_id;
            SELECT name, CASE WHEN EXISTS (SELECT 1 FROM leads WHERE company_id = companies.id)
                OR EXISTS (SELECT 1 FROM lead_other_companies WHERE company_id = companies.id) THEN 1 ELSE 0 END FROM companies;
            SELECT import_id, file_hash, state, batches, rows_read, added, updated, unchanged, skipped, errors, {Plan} FROM imports;
            SELECT id, first_name, last_name, email FROM users
            """,
            []);
        using var reader = command.ExecuteReader();
        var others = Rows(reader, row => (Contact: row.GetString(0), Company: row.GetString(1)))
            .ToLookup(other => other.Contact, other => other.Company, StringComparer.Ordinal);
        return new(
            Next(reader, LeadOf).ToImmutableDictionary(
                lead => lead.Contact,
                lead => lead.Facts with { OtherCompanies = LeadFacts.Names(others[lead.Contact]) },
                StringComparer.Ordinal),
            Next(reader, row => KeyValuePair.Create(row.GetString(0), Convert.ToInt64(row.GetValue(1), CultureInfo.InvariantCulture) == 1))
                .ToImmutableDictionary(StringComparer.Ordinal),
            Next(reader, ImportOf).ToImmutableDictionary(import => import.Id, StringComparer.Ordinal),
            [.. Next(reader, row => new CadenceUser(row.GetString(0), row.GetString(1), row.GetString(2)) { Email = Text(row, 3) })]);
    }

    public void SetUser(CadenceUser user) => Run(
        """
        INSERT INTO users (id, first_name, last_name, email, sellsy_id) VALUES (@p0, @p1, @p2, @p3, NULL)
        ON CONFLICT (id) DO UPDATE SET first_name = excluded.first_name, last_name = excluded.last_name, email = excluded.email
        """,
        user.Id,
        user.FirstName,
        user.LastName,
        user.Email!);

    public void RemoveUser(string id) => Run("DELETE FROM users WHERE id = @p0", id);

    public void AddLead(string contactId, string firstName, CadenceUser owner)
    {
        Run(
            "INSERT INTO users (id, first_name, last_name, email) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT (id) DO NOTHING",
            owner.Id,
            owner.FirstName,
            owner.LastName,
            owner.Email!);
        Run("INSERT INTO leads (sellsy_contact_id, first_name, owner_id) VALUES (@p0, @p1, @p2)", contactId, firstName, owner.Id);
    }

    public void EditLead(string contactId, string jobPosition) =>
        Run("UPDATE leads SET job_position = @p1 WHERE sellsy_contact_id = @p0", contactId, jobPosition);

    public void RemoveLead(string contactId) => Run("DELETE FROM leads WHERE sellsy_contact_id = @p0", contactId);

    public void EditCompany(string name, string city) => Run("UPDATE companies SET city = @p1 WHERE name = @p0", name, city);

    public abstract void Dispose();

    protected abstract DbConnection Connection();

    protected void Run(string sql, params string[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    protected List<T> Query<T>(string sql, Func<DbDataReader, T> read)
    {
        using var command = Command(sql, []);
        using var reader = command.ExecuteReader();
        return Rows(reader, read);
    }

    private static List<T> Next<T>(DbDataReader reader, Func<DbDataReader, T> read)
    {
        reader.NextResult();
        return Rows(reader, read);
    }

    private static List<T> Rows<T>(DbDataReader reader, Func<DbDataReader, T> read)
    {
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static (string Contact, LeadFacts Facts) LeadOf(DbDataReader row) =>
        (row.GetString(0), new(Text(row, 1), Text(row, 2), Text(row, 3), Text(row, 4), Text(row, 5), row.GetString(6)));

    private static StoredImport ImportOf(DbDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetInt32(3),
        new(row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8), row.GetInt64(9)),
        row.IsDBNull(10) ? "" : Convert.ToHexString(SHA256.HashData((byte[])row.GetValue(10))));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private DbCommand Command(string sql, string[] parameters)
    {
        var command = Connection().CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            parameter.Value = parameters[i];
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

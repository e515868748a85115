using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SqliteContactPoints;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
var leads = GeneratedLead.Some(count);
if (args is [_, "store", .. var companyCounts])
{
    foreach (var companies in companyCounts is [] ? [10, 50_000, 200_000] : companyCounts.Select(text => int.Parse(text, CultureInfo.InvariantCulture)))
    {
        await StoreMeasurement.RunAsync(leads, companies);
    }

    return;
}

const string Columns = "c0 TEXT, c1 TEXT, c2 TEXT, c3 TEXT, c4 TEXT, c5 TEXT, c6 TEXT, c7 TEXT, c8 TEXT, c9 TEXT, c10 TEXT, c11 TEXT";
const string Leads = $"CREATE TABLE leads(id INTEGER PRIMARY KEY, sellsy_contact_id TEXT NOT NULL UNIQUE, {Columns}, emails TEXT, phones TEXT, email TEXT);";
const string Children = """
    CREATE TABLE lead_emails(lead_id INTEGER NOT NULL REFERENCES leads(id), position INTEGER NOT NULL, type TEXT NOT NULL, address TEXT NOT NULL,
        PRIMARY KEY(lead_id, position)) WITHOUT ROWID;
    CREATE TABLE lead_phones(lead_id INTEGER NOT NULL REFERENCES leads(id), position INTEGER NOT NULL, type TEXT NOT NULL, text TEXT NOT NULL,
        e164 TEXT, PRIMARY KEY(lead_id, position)) WITHOUT ROWID;
    """;
const string Indexes = "CREATE INDEX lead_emails_address ON lead_emails(address); CREATE INDEX lead_phones_e164 ON lead_phones(e164);";
const string InsertLead =
    "INSERT INTO leads(sellsy_contact_id,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,emails,phones,email) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16) ON CONFLICT(sellsy_contact_id) DO NOTHING";
const string InsertEmail = "INSERT INTO lead_emails VALUES(?1,?2,?3,?4)";
const string InsertPhone = "INSERT INTO lead_phones VALUES(?1,?2,?3,?4,?5)";

foreach (var repeat in Enumerable.Range(1, 2))
{
    Console.WriteLine($"-- run {repeat}: {count} leads, batches of 2,000, WAL; ms elapsed, ms of processor, size");
    Measure("parameters, JSON", Leads, (c, b) => Parameters(c, b, json: true));
    Measure("parameters, child tables", Leads + Children, (c, b) => Parameters(c, b, json: false));
    Measure("bind, no contact points", Leads, b: (c) => Bind(c, Shape.None));
    Measure("bind, JSON", Leads, b: (c) => Bind(c, Shape.Json));
    Measure("bind, JSON, index on first e-mail", Leads + "CREATE INDEX leads_email ON leads(email);", b: (c) => Bind(c, Shape.JsonAndEmail));
    Measure("bind, JSON, index built at the end", Leads, b: (c) => Bind(c, Shape.JsonAndEmail), end: "CREATE INDEX leads_email ON leads(email)");
    Measure("bind, child tables", Leads + Children, b: (c) => Bind(c, Shape.Children));
    Measure("bind, child tables, indexes", Leads + Children + Indexes, b: (c) => Bind(c, Shape.Children));
    Measure("bind, child tables, indexes at the end", Leads + Children, b: (c) => Bind(c, Shape.Children), end: Indexes);
}

Finding();

void Measure(string what, string schema, Action<SqliteConnection, int>? a = null, Func<SqliteConnection, Inserter>? b = null, string? end = null)
{
    using var file = new TemporaryDatabase(schema);
    var processor = Environment.CpuUsage.TotalTime;
    var clock = Stopwatch.StartNew();
    Fill(file.Connection, a, b);
    if (end is not null)
    {
        file.Run(end);
    }

    var elapsed = clock.ElapsedMilliseconds;
    var worked = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds;
    file.Run("PRAGMA wal_checkpoint(TRUNCATE)");
    Console.WriteLine($"{what,-45}{elapsed,8}{worked,8:F0}{file.Bytes / (1 << 20),8} MiB");
}

void Fill(SqliteConnection connection, Action<SqliteConnection, int>? a, Func<SqliteConnection, Inserter>? b)
{
    using var inserter = b?.Invoke(connection);
    for (var first = 0; first < leads.Length; first += 2_000)
    {
        using var transaction = connection.BeginTransaction();
        if (inserter is not null)
        {
            inserter.Insert(leads.AsSpan(first, Math.Min(2_000, leads.Length - first)));
        }
        else
        {
            a!(connection, first);
        }

        transaction.Commit();
    }
}

void Parameters(SqliteConnection connection, int first, bool json)
{
    using var lead = Command(connection, InsertLead, 16);
    using var email = json ? null : Command(connection, InsertEmail, 4);
    using var phone = json ? null : Command(connection, InsertPhone, 5);
    var buffer = new ArrayBufferWriter<byte>();
    foreach (var one in leads.AsSpan(first, Math.Min(2_000, leads.Length - first)))
    {
        lead.Parameters[0].Value = one.Id;
        for (var i = 0; i < 12; i++)
        {
            lead.Parameters[1 + i].Value = one.Texts[i];
        }

        lead.Parameters[13].Value = json && one.Emails.Length > 0 ? System.Text.Encoding.UTF8.GetString(Inserter.EmailsJson(one, buffer)) : DBNull.Value;
        lead.Parameters[14].Value = json && one.Phones.Length > 0 ? System.Text.Encoding.UTF8.GetString(Inserter.PhonesJson(one, buffer)) : DBNull.Value;
        lead.Parameters[15].Value = DBNull.Value;
        lead.ExecuteNonQuery();
        if (!json)
        {
            var id = SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle!);
            for (var i = 0; i < one.Emails.Length; i++)
            {
                email!.Parameters[0].Value = id;
                email.Parameters[1].Value = i;
                email.Parameters[2].Value = i == 0 ? "primary" : "secondary";
                email.Parameters[3].Value = one.Emails[i];
                email.ExecuteNonQuery();
            }

            for (var i = 0; i < one.Phones.Length; i++)
            {
                phone!.Parameters[0].Value = id;
                phone.Parameters[1].Value = i;
                phone.Parameters[2].Value = one.Phones[i].Type;
                phone.Parameters[3].Value = one.Phones[i].Text;
                phone.Parameters[4].Value = one.Phones[i].E164;
                phone.ExecuteNonQuery();
            }
        }
    }
}

Inserter Bind(SqliteConnection connection, Shape shape) => new(
    shape,
    connection,
    new(connection, InsertLead),
    shape == Shape.Children ? new(connection, InsertEmail) : null,
    shape == Shape.Children ? new(connection, InsertPhone) : null);

static SqliteCommand Command(SqliteConnection connection, string sql, int parameters)
{
    var command = connection.CreateCommand();
    command.CommandText = sql;
    for (var i = 1; i <= parameters; i++)
    {
        command.Parameters.Add(new SqliteParameter($"?{i}", null));
    }

    return command;
}

void Finding()
{
    using var file = new TemporaryDatabase(Leads);
    Fill(file.Connection, null, c => Bind(c, Shape.JsonAndEmail));
    var asked = leads.Select(lead => lead.Id).Chunk(2_000).ToArray();
    foreach (var repeat in Enumerable.Range(1, 2))
    {
        var clock = Stopwatch.StartNew();
        var found = 0;
        using (var statement = new RawStatement(file.Connection, "SELECT 1 FROM leads WHERE sellsy_contact_id = ?1"))
        {
            foreach (var chunk in asked)
            {
                foreach (var id in chunk)
                {
                    statement.Bind(1, id);
                    found += statement.Step() ? 1 : 0;
                    statement.Reset();
                }
            }
        }

        Console.WriteLine($"find {found} by bind, one at a time: {clock.ElapsedMilliseconds} ms");
        clock.Restart();
        found = 0;
        using (var statement = new RawStatement(file.Connection, "SELECT j.key FROM json_each(?1) j CROSS JOIN leads l ON l.sellsy_contact_id = j.value"))
        {
            foreach (var chunk in asked)
            {
                statement.Bind(1, JsonSerializer.SerializeToUtf8Bytes(chunk));
                while (statement.Step())
                {
                    found++;
                }

                statement.Reset();
            }
        }

        Console.WriteLine($"find {found} by json_each, 2,000 at a time: {clock.ElapsedMilliseconds} ms");
        clock.Restart();
        using (var statement = new RawStatement(file.Connection, "SELECT count(*) FROM leads, json_each(leads.emails) e WHERE e.value ->> 'address' = ?1"))
        {
            statement.Bind(1, leads[count / 2].Emails.FirstOrDefault() ?? "");
            statement.Step();
        }

        Console.WriteLine($"scan the e-mails of {count} by json_each: {clock.ElapsedMilliseconds} ms");
    }
}

namespace Cadence.SellsyImport.Sqlite;

/// <summary>The tables of version 1, told in <c>docs/sqlite.md</c>.</summary>
internal static class SchemaScript
{
    public const string Text = """
        CREATE TABLE users (
            id TEXT NOT NULL PRIMARY KEY,
            first_name TEXT NOT NULL,
            last_name TEXT NOT NULL,
            email TEXT,
            sellsy_id TEXT
        ) WITHOUT ROWID;

        CREATE TABLE imports (
            id INTEGER PRIMARY KEY,
            import_id TEXT NOT NULL UNIQUE,
            file_name TEXT NOT NULL,
            file_hash TEXT NOT NULL,
            mapping_hash TEXT NOT NULL,
            started_at TEXT NOT NULL,
            started_by TEXT,
            finished_at TEXT,
            state TEXT NOT NULL CHECK (state IN ('running', 'finished')),
            rows_read INTEGER,
            added INTEGER,
            updated INTEGER,
            unchanged INTEGER,
            skipped INTEGER,
            errors INTEGER
        );

        CREATE TABLE import_batches (
            import INTEGER NOT NULL REFERENCES imports (id),
            number INTEGER NOT NULL,
            first_row INTEGER,
            last_row INTEGER,
            added INTEGER NOT NULL,
            already_present INTEGER NOT NULL,
            outcomes BLOB NOT NULL,
            PRIMARY KEY (import, number)
        ) WITHOUT ROWID;

        CREATE TABLE companies (
            id INTEGER PRIMARY KEY,
            sellsy_id TEXT UNIQUE,
            name_key TEXT UNIQUE,
            name TEXT,
            email TEXT,
            phone_type TEXT,
            phone_text TEXT,
            phone_e164 TEXT,
            website TEXT,
            size TEXT,
            type TEXT,
            address_lines TEXT,
            zip_code TEXT,
            city TEXT,
            state TEXT,
            country TEXT,
            siren TEXT,
            siret TEXT,
            created_by_import INTEGER REFERENCES imports (id),
            created_by_batch INTEGER
        );

        CREATE TABLE leads (
            id INTEGER PRIMARY KEY,
            sellsy_contact_id TEXT NOT NULL UNIQUE,
            first_name TEXT,
            last_name TEXT,
            owner_id TEXT NOT NULL REFERENCES users (id),
            owner_name TEXT,
            owner_sellsy_id TEXT,
            civility TEXT,
            job_position TEXT,
            emails TEXT,
            phones TEXT,
            linkedin TEXT,
            website TEXT,
            birthday TEXT,
            tags TEXT,
            company_id INTEGER REFERENCES companies (id),
            company_as_told TEXT,
            created_in_sellsy TEXT,
            modified_in_sellsy TEXT,
            email_consent INTEGER,
            sms_consent INTEGER,
            custom_values TEXT,
            unmapped_values TEXT,
            unread_values TEXT,
            created_by_import INTEGER REFERENCES imports (id),
            created_by_batch INTEGER,
            created_from_row INTEGER,
            note TEXT
        );

        CREATE TABLE lead_other_companies (
            lead_id INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            company_id INTEGER NOT NULL REFERENCES companies (id),
            PRIMARY KEY (lead_id, position)
        ) WITHOUT ROWID;

        CREATE TABLE lead_cadences (
            lead_id INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
            cadence TEXT NOT NULL,
            PRIMARY KEY (lead_id, cadence)
        ) WITHOUT ROWID;

        CREATE VIEW lead_emails (lead_id, position, type, address) AS
            SELECT leads.id, one.key + 1, one.value ->> 'type', one.value ->> 'address'
            FROM leads, json_each(leads.emails) AS one;

        CREATE VIEW lead_phones (lead_id, position, type, text, e164) AS
            SELECT leads.id, one.key + 1, one.value ->> 'type', one.value ->> 'text', one.value ->> 'e164'
            FROM leads, json_each(leads.phones) AS one;
        """;
}

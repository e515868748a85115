namespace Cadence.SellsyImport.Sqlite;

/// <summary>The tables, described in <c>docs/sqlite.md</c>: those of version 4, and what was added since.</summary>
internal static class SchemaScript
{
    /// <summary>64 random bits for the column <c>version</c> of a row that changes, never equal to its current version.</summary>
    public const string NextVersion = "coalesce(nullif(random(), version), ~version)";

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
            file_location TEXT,
            mapping_hash TEXT NOT NULL,
            existing_leads TEXT NOT NULL CHECK (existing_leads IN ('skip', 'fill_blanks', 'overwrite')),
            plan_hash TEXT,
            started_at TEXT NOT NULL,
            started_by TEXT,
            ended_at TEXT,
            state TEXT NOT NULL CHECK (state IN ('running', 'interrupted', 'finished', 'undoing', 'undone', 'ended')),
            rows_read INTEGER NOT NULL DEFAULT 0,
            added INTEGER NOT NULL DEFAULT 0,
            updated INTEGER NOT NULL DEFAULT 0,
            unchanged INTEGER NOT NULL DEFAULT 0,
            skipped INTEGER NOT NULL DEFAULT 0,
            errors INTEGER NOT NULL DEFAULT 0,
            batches INTEGER NOT NULL DEFAULT 0,
            next_row INTEGER,
            next_line INTEGER,
            next_byte INTEGER,
            lease_token TEXT,
            lease_holder TEXT,
            lease_taken_at TEXT,
            lease_expires_at TEXT,
            undone_from INTEGER,
            companies_removed INTEGER,
            companies_kept INTEGER
        );

        CREATE TABLE import_plans (
            import INTEGER PRIMARY KEY REFERENCES imports (id),
            plan BLOB NOT NULL
        );

        CREATE TABLE import_batches (
            import INTEGER NOT NULL REFERENCES imports (id),
            number INTEGER NOT NULL,
            first_row INTEGER,
            row_outcomes BLOB,
            refused TEXT,
            outcomes BLOB NOT NULL,
            created_leads TEXT,
            first_change INTEGER NOT NULL,
            last_change INTEGER NOT NULL,
            undone TEXT,
            PRIMARY KEY (import, number)
        ) WITHOUT ROWID;

        CREATE TABLE import_changes (
            id INTEGER PRIMARY KEY,
            import INTEGER NOT NULL REFERENCES imports (id),
            batch INTEGER NOT NULL,
            row INTEGER NOT NULL,
            sellsy_contact_id TEXT NOT NULL,
            company_before INTEGER,
            before TEXT NOT NULL,
            after TEXT NOT NULL
        );

        CREATE INDEX import_changes_of_lead ON import_changes (sellsy_contact_id);

        CREATE TABLE companies (
            id INTEGER PRIMARY KEY,
            sellsy_id TEXT,
            name_key TEXT,
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
            created_by_batch INTEGER,
            version INTEGER NOT NULL DEFAULT (random()),
            edits INTEGER NOT NULL DEFAULT 0
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
            version INTEGER NOT NULL DEFAULT (random()),
            edits INTEGER NOT NULL DEFAULT 0,
            note TEXT
        );

        CREATE TABLE lead_other_companies (
            lead_id INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            company_id INTEGER NOT NULL REFERENCES companies (id),
            as_told TEXT,
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

        """ + CompanyIndexes.CreateOfVersion4 + Triggers;

    /// <summary>
    /// The triggers that set a new version on every change, whoever makes it. Version 2 had triggers of the same names that counted: a database
    /// that was restored from a copy counted the same numbers again.
    /// </summary>
    public const string Triggers = $"""
        CREATE TRIGGER leads_edited AFTER UPDATE ON leads WHEN new.version = old.version BEGIN
            UPDATE leads SET version = {NextVersion}, edits = edits + 1 WHERE id = new.id;
        END;

        CREATE TRIGGER companies_edited AFTER UPDATE ON companies WHEN new.version = old.version BEGIN
            UPDATE companies SET version = {NextVersion}, edits = edits + 1 WHERE id = new.id;
        END;

        CREATE TRIGGER lead_other_companies_added AFTER INSERT ON lead_other_companies BEGIN
            UPDATE leads SET version = {NextVersion}, edits = edits + 1 WHERE id = new.lead_id;
        END;

        CREATE TRIGGER lead_other_companies_edited AFTER UPDATE ON lead_other_companies BEGIN
            UPDATE leads SET version = {NextVersion}, edits = edits + 1 WHERE id IN (old.lead_id, new.lead_id);
        END;

        CREATE TRIGGER lead_other_companies_removed AFTER DELETE ON lead_other_companies BEGIN
            UPDATE leads SET version = {NextVersion}, edits = edits + 1 WHERE id = old.lead_id;
        END;
        """;

    /// <summary>
    /// Adds what version 5 has more than version 4. The unique constraint on the contact of a lead becomes an index that has the account too; it is taken
    /// out of the schema's text, as SQLite's documentation of ALTER TABLE describes.
    /// </summary>
    public const string FromVersion4 = $"""
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET name = 'leads_of_version_4', sql = 'CREATE UNIQUE INDEX leads_of_version_4 ON leads (sellsy_contact_id)'
            WHERE type = 'index' AND tbl_name = 'leads' AND name = 'sqlite_autoindex_leads_1';
        UPDATE sqlite_schema SET sql = replace(sql, 'sellsy_contact_id TEXT NOT NULL UNIQUE', 'sellsy_contact_id TEXT NOT NULL')
            WHERE type = 'table' AND name = 'leads';
        PRAGMA writable_schema = RESET;
        DROP INDEX leads_of_version_4;
        ALTER TABLE leads ADD COLUMN sellsy_account TEXT NOT NULL DEFAULT '';
        CREATE UNIQUE INDEX leads_by_contact ON leads (sellsy_contact_id, sellsy_account);
        DROP TRIGGER IF EXISTS companies_unindexed_added;
        DROP TRIGGER IF EXISTS companies_unindexed_edited;
        DROP INDEX IF EXISTS companies_by_sellsy_id;
        DROP INDEX IF EXISTS companies_by_name_key;
        ALTER TABLE companies ADD COLUMN sellsy_account TEXT NOT NULL DEFAULT '';
        {CompanyIndexes.Create}
        ALTER TABLE users ADD COLUMN is_active INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE users ADD COLUMN sellsy_ids TEXT;
        ALTER TABLE imports ADD COLUMN sellsy_account TEXT NOT NULL DEFAULT '';
        ALTER TABLE imports ADD COLUMN customer TEXT;
        ALTER TABLE imports ADD COLUMN cancel_requested_at TEXT;
        ALTER TABLE imports ADD COLUMN cancel_requested_by TEXT;
        ALTER TABLE imports ADD COLUMN is_purged INTEGER NOT NULL DEFAULT 0;

        """ + RecordTable.Create;

    /// <summary>Lets a connection that only reads see the tables of an earlier version as those of this one. Nothing is written to the database.</summary>
    public const string ViewsOfVersion4 = """
        PRAGMA temp_store = MEMORY;
        CREATE TEMPORARY VIEW users AS SELECT *, 1 AS is_active, NULL AS sellsy_ids FROM main.users;
        CREATE TEMPORARY VIEW leads AS SELECT *, '' AS sellsy_account FROM main.leads;
        CREATE TEMPORARY VIEW companies AS SELECT *, '' AS sellsy_account FROM main.companies;
        CREATE TEMPORARY VIEW imports AS SELECT *, '' AS sellsy_account, NULL AS customer, NULL AS cancel_requested_at, NULL AS cancel_requested_by, 0 AS is_purged FROM main.imports;
        CREATE TEMPORARY VIEW import_records AS SELECT NULL AS import, NULL AS number, NULL AS stage, NULL AS content WHERE 0;

        """;

    /// <summary>
    /// Gives the indexes of <c>companies</c> names, so that they can be removed: those of a constraint cannot. The tables are not copied; the
    /// constraints are taken out of the schema's text, as SQLite's documentation of ALTER TABLE describes.
    /// </summary>
    public const string FromVersion3 = $"""
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET name = 'companies_of_version_3_' || substr(name, -1),
            sql = 'CREATE UNIQUE INDEX companies_of_version_3_' || substr(name, -1) || ' ON companies (' || iif(name LIKE '%1', 'sellsy_id', 'name_key') || ')'
            WHERE type = 'index' AND tbl_name = 'companies' AND name IN ('sqlite_autoindex_companies_1', 'sqlite_autoindex_companies_2');
        UPDATE sqlite_schema SET sql = replace(replace(sql, 'sellsy_id TEXT UNIQUE', 'sellsy_id TEXT'), 'name_key TEXT UNIQUE', 'name_key TEXT')
            WHERE type = 'table' AND name = 'companies';
        PRAGMA writable_schema = RESET;
        DROP INDEX companies_of_version_3_1;
        DROP INDEX companies_of_version_3_2;
        {CompanyIndexes.CreateOfVersion4}
        """;

    /// <summary>
    /// Replaces the triggers of version 2, and adds a state of imports. The tables are otherwise the same. A constraint that allows more
    /// values is changed in the schema's text, as SQLite's documentation of ALTER TABLE describes.
    /// </summary>
    public const string FromVersion2 = $"""
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, '''undone'')', '''undone'', ''ended'')') WHERE type = 'table' AND name = 'imports';
        DROP TRIGGER leads_edited;
        DROP TRIGGER companies_edited;
        DROP TRIGGER lead_other_companies_added;
        DROP TRIGGER lead_other_companies_edited;
        DROP TRIGGER lead_other_companies_removed;

        {Triggers}
        PRAGMA writable_schema = RESET;
        """;
}

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// The triggers on the tables of <see cref="SchemaScript"/> for other programs that write: they count changes, and keep the owner and company of
/// every lead in place. The importer ensures both itself, batch by batch, and disables them with <see cref="Setting"/>.
/// </summary>
internal static class SchemaTriggers
{
    /// <summary>The setting of a transaction in which the importer writes.</summary>
    public const string Setting = "cadence_import.is_writing";

    /// <summary>64 evenly distributed bits from the random source of the server; needs no extension.</summary>
    public const string RandomBits = "uuid_hash_extended(gen_random_uuid(), 0)";

    private const string ByOthers = $"current_setting('{Setting}', true) IS DISTINCT FROM 'on'";

    public static string Text(string schema) => Edits(schema) + References(schema);

    /// <summary>A new version for a row that changes, never equal to its current one.</summary>
    public static string NextVersion(string version) => $"coalesce(nullif({RandomBits}, {version}), ~{version})";

    /// <summary>
    /// Updates the tables and triggers of version 3 to version 4. Version 3 counted the changes of a row: a database that was restored from a
    /// copy counted the same numbers again.
    /// </summary>
    public static string FromVersion3(string schema) => $"""
        DROP TRIGGER count_edit ON {schema}.leads;
        DROP TRIGGER count_edit ON {schema}.companies;
        DROP TRIGGER count_edit_of_lead ON {schema}.lead_other_companies;
        DROP FUNCTION {schema}.count_edit();
        DROP FUNCTION {schema}.count_edit_of_lead();
        {RandomVersions(schema, "leads")}
        {RandomVersions(schema, "companies")}
        ALTER TABLE {schema}.imports
            DROP CONSTRAINT imports_state_check,
            ADD CONSTRAINT imports_state_check CHECK (state IN ({SchemaScript.States}));

        """ + Edits(schema);

    private static string RandomVersions(string schema, string table) => $"""
        ALTER TABLE {schema}.{table}
            ALTER COLUMN version DROP DEFAULT,
            ALTER COLUMN version TYPE bigint USING {RandomBits},
            ALTER COLUMN version SET DEFAULT {RandomBits};
        """;

    private static string Edits(string schema) => $"""
        CREATE FUNCTION {schema}.count_edit() RETURNS trigger LANGUAGE plpgsql AS $function$
        BEGIN
            NEW.version := {NextVersion("OLD.version")};
            NEW.edits := OLD.edits + 1;
            RETURN NEW;
        END
        $function$;

        CREATE TRIGGER count_edit BEFORE UPDATE ON {schema}.leads
            FOR EACH ROW WHEN (NEW.version = OLD.version) EXECUTE FUNCTION {schema}.count_edit();

        CREATE TRIGGER count_edit BEFORE UPDATE ON {schema}.companies
            FOR EACH ROW WHEN (NEW.version = OLD.version) EXECUTE FUNCTION {schema}.count_edit();

        CREATE FUNCTION {schema}.count_edit_of_lead() RETURNS trigger LANGUAGE plpgsql AS $function$
        BEGIN
            IF TG_OP <> 'INSERT' THEN
                UPDATE {schema}.leads SET version = {NextVersion("version")}, edits = edits + 1 WHERE id = OLD.lead_id;
            END IF;
            IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND NEW.lead_id <> OLD.lead_id THEN
                UPDATE {schema}.leads SET version = {NextVersion("version")}, edits = edits + 1 WHERE id = NEW.lead_id;
            END IF;
            RETURN NULL;
        END
        $function$;

        CREATE TRIGGER count_edit_of_lead AFTER INSERT OR UPDATE OR DELETE ON {schema}.lead_other_companies
            FOR EACH ROW WHEN ({ByOthers}) EXECUTE FUNCTION {schema}.count_edit_of_lead();

        """;

    private static string References(string schema) => $"""
        CREATE FUNCTION {schema}.require_references() RETURNS trigger LANGUAGE plpgsql AS $function$
        BEGIN
            PERFORM FROM {schema}.users WHERE id = NEW.owner_id FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE foreign_key_violation USING MESSAGE = 'The owner of a lead is not in users.';
            END IF;
            IF NEW.company_id IS NOT NULL THEN
                PERFORM FROM {schema}.companies WHERE id = NEW.company_id FOR KEY SHARE;
                IF NOT FOUND THEN
                    RAISE foreign_key_violation USING MESSAGE = 'The company of a lead is not in companies.';
                END IF;
            END IF;
            RETURN NULL;
        END
        $function$;

        CREATE TRIGGER require_references AFTER INSERT OR UPDATE OF owner_id, company_id ON {schema}.leads
            FOR EACH ROW WHEN ({ByOthers}) EXECUTE FUNCTION {schema}.require_references();

        {Keep(schema, "users", "owner_id", "user")}
        {Keep(schema, "companies", "company_id", "company")}
        """;

    /// <summary>Refuses to remove a row that leads refer to, or to change its id.</summary>
    private static string Keep(string schema, string table, string column, string word) => $"""
        CREATE FUNCTION {schema}.keep_{table}() RETURNS trigger LANGUAGE plpgsql AS $function$
        BEGIN
            IF EXISTS (SELECT FROM {schema}.leads JOIN gone ON leads.{column} = gone.id
                WHERE NOT EXISTS (SELECT FROM {schema}.{table} WHERE {table}.id = gone.id))
            THEN
                RAISE foreign_key_violation USING MESSAGE = 'A {word} that leads refer to cannot be removed.';
            END IF;
            RETURN NULL;
        END
        $function$;

        CREATE TRIGGER keep_removed AFTER DELETE ON {schema}.{table}
            REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION {schema}.keep_{table}();

        CREATE FUNCTION {schema}.keep_id_of_{table}() RETURNS trigger LANGUAGE plpgsql AS $function$
        BEGIN
            IF EXISTS (SELECT FROM {schema}.leads WHERE leads.{column} = OLD.id) THEN
                RAISE foreign_key_violation USING MESSAGE = 'A {word} that leads refer to cannot have another id.';
            END IF;
            RETURN NULL;
        END
        $function$;

        CREATE TRIGGER keep_id AFTER UPDATE OF id ON {schema}.{table}
            FOR EACH ROW WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION {schema}.keep_id_of_{table}();

        """;
}

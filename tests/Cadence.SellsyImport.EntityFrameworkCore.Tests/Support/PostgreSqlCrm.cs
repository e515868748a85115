using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;

/// <summary>A schema of its own.</summary>
/// <param name="connectionString">The server.</param>
/// <param name="retries">Whether the provider tries again after a transient failure.</param>
public sealed class PostgreSqlCrm(string connectionString, bool retries) : Crm
{
    private readonly string _schema = $"crm_{Guid.NewGuid():n}";

    public override string VersionTrigger =>
        """
        CREATE FUNCTION contacts_version() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF new."SellsyVersion" = old."SellsyVersion" THEN
                new."SellsyVersion" := ('x' || translate(gen_random_uuid()::text, '-', ''))::bit(64)::bigint;
            END IF;
            RETURN new;
        END $$;
        CREATE TRIGGER contacts_version BEFORE UPDATE ON "Contacts" FOR EACH ROW EXECUTE FUNCTION contacts_version();
        """;

    public override string ConnectionString => $"{connectionString};Search Path={_schema};Pooling=False";

    public override async ValueTask CreateAsync()
    {
        await using var context = Context();
        await RunAsync($"CREATE SCHEMA {_schema}; {context.Database.GenerateCreateScript()}");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await RunAsync($"DROP SCHEMA IF EXISTS {_schema} CASCADE");
    }

    protected override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(ConnectionString, provider =>
    {
        if (retries)
        {
            provider.EnableRetryOnFailure();
        }
    });

    protected override async Task<DbConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(Cancellation);
        return connection;
    }
}

using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql.Tests;

/// <summary>What foreign keys would hold is held by triggers.</summary>
public sealed class ReferenceTests(SharedServer server) : IAsyncDisposable
{
    private readonly TestStore _store = server.NewStore();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("INSERT INTO leads (sellsy_contact_id, owner_id) VALUES ('9', 'nobody')", "The owner of a lead is not in users.")]
    [InlineData("INSERT INTO leads (sellsy_contact_id, owner_id, company_id) VALUES ('9', 'u-1', 99)", "The company of a lead is not in companies.")]
    [InlineData("UPDATE leads SET owner_id = 'nobody'", "The owner of a lead is not in users.")]
    [InlineData("UPDATE leads SET company_id = 99", "The company of a lead is not in companies.")]
    [InlineData("DELETE FROM users", "A user that leads refer to cannot be removed.")]
    [InlineData("DELETE FROM companies", "A company that leads refer to cannot be removed.")]
    [InlineData("UPDATE users SET id = 'u-2'", "A user that leads refer to cannot have another id.")]
    [InlineData("UPDATE companies SET id = 99", "A company that leads refer to cannot have another id.")]
    public async Task No_lead_is_left_without_its_owner_or_company(string sql, string message)
    {
        await _store.AddAsync(1, Samples.FullLead());

        var exception = await Assert.ThrowsAsync<PostgresException>(() => _store.RunAsync(sql));

        Assert.Equal((PostgresErrorCodes.ForeignKeyViolation, message), (exception.SqlState, exception.MessageText));
    }

    [Theory]
    [InlineData("INSERT INTO leads (sellsy_contact_id, owner_id) VALUES ('9', 'u-1')")]
    [InlineData("UPDATE leads SET company_id = NULL; DELETE FROM companies")]
    [InlineData("DELETE FROM leads; DELETE FROM companies; DELETE FROM users")]
    [InlineData("INSERT INTO users VALUES ('u-2', 'a', 'b'); UPDATE leads SET owner_id = 'u-2'; UPDATE users SET id = 'u-3' WHERE id = 'u-1'")]
    public async Task What_leaves_every_lead_whole_is_allowed(string sql)
    {
        await _store.AddAsync(1, Samples.FullLead());

        await _store.RunAsync(sql);
    }
}

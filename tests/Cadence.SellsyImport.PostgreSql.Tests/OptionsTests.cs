using Npgsql;

namespace Cadence.SellsyImport.PostgreSql.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("  ", "\"  \"")]
    [InlineData("postgres://u:secret@h/db", "a text that Npgsql cannot read")]
    [InlineData("Host=h;Port=many;Password=secret", "a text that Npgsql cannot read")]
    [InlineData("Database=d;Password=secret", "a text that Npgsql cannot read")]
    public void A_text_that_is_no_connection_string_is_refused_at_once_and_not_shown(string text, string found)
    {
        var exception = Refusal(options => options.ConnectionString = text);

        Assert.Equal(["PostgreSqlLeadStoreOptions.ConnectionString", found, "Host=…;Database=…;Username=…"], exception.Arguments);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pg_import")]
    [InlineData("a\0b")]
    [InlineData("éééééééééééééééééééééééééééééééé")]
    public void A_schema_that_cannot_be_is_refused_at_once(string schema) => Assert.Equal(
        ["PostgreSqlLeadStoreOptions.Schema", $"\"{schema}\"", "1 to 63 bytes, not starting with pg_"],
        Refusal(options => options.Schema = schema).Arguments);

    [Theory]
    [InlineData(0, "00:00:00")]
    [InlineData(3_600_001, "01:00:00.0010000")]
    public void A_lock_timeout_out_of_its_range_is_refused_at_once(int milliseconds, string found) => Assert.Equal(
        ["PostgreSqlLeadStoreOptions.LockTimeout", found, "00:00:00.001 … 01:00:00"],
        Refusal(options => options.LockTimeout = TimeSpan.FromMilliseconds(milliseconds)).Arguments);

    [Fact]
    public void The_defaults_are_as_documented()
    {
        var options = new PostgreSqlLeadStoreOptions();

        Assert.Equal(("", "cadence_import", TimeSpan.FromSeconds(30)), (options.ConnectionString, options.Schema, options.LockTimeout));
    }

    [Fact]
    public void What_would_tell_values_or_join_other_transactions_is_off_whatever_the_connection_string_says()
    {
        var options = new PostgreSqlLeadStoreOptions { ConnectionString = "Host=h;Include Error Detail=true;Enlist=true;Application Name=Host" };

        var connection = options.Connection();

        Assert.Equal((false, false, "Host"), (connection.IncludeErrorDetail, connection.Enlist, connection.ApplicationName));
        Assert.Equal("Cadence.SellsyImport", new PostgreSqlLeadStoreOptions { ConnectionString = "Host=h" }.Connection().ApplicationName);
    }

    [Fact]
    public void A_data_source_that_would_tell_values_or_share_connections_is_refused_at_once_and_so_is_one_beside_a_connection_string()
    {
        using var telling = NpgsqlDataSource.Create("Host=h;Include Error Detail=true");
        using var multiplexing = NpgsqlDataSource.Create("Host=h;Multiplexing=true");
        using var source = NpgsqlDataSource.Create("Host=h");

        Assert.Equal(
            ["PostgreSqlLeadStoreOptions.DataSource", "one with Include Error Detail=true", "Include Error Detail=false"],
            Refusal(options => (options.DataSource, options.ConnectionString) = (telling, "")).Arguments);
        Assert.Equal(
            ["PostgreSqlLeadStoreOptions.DataSource", "one with Multiplexing=true", "Multiplexing=false"],
            Refusal(options => (options.DataSource, options.ConnectionString) = (multiplexing, "")).Arguments);
        Assert.Equal(
            ["PostgreSqlLeadStoreOptions.DataSource", "set beside ConnectionString", "one of the two"],
            Refusal(options => options.DataSource = source).Arguments);
    }

    private static SellsyImportException Refusal(Action<PostgreSqlLeadStoreOptions> change)
    {
        var options = new PostgreSqlLeadStoreOptions { ConnectionString = "Host=h" };
        change(options);
        var exception = Assert.Throws<SellsyImportException>(options.Validate);
        Assert.Equal(ErrorCodes.OptionInvalid, exception.Code);
        return exception;
    }
}

using Microsoft.Data.Sqlite;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

/// <summary>An import that was killed before its end was stored: both rows of the file are written.</summary>
public sealed class InterruptedImportTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Preview_and_import_say_which_interrupted_import_they_show_and_continue()
    {
        var id = await InterruptAsync();

        var shown = (await _folder.RunAsync("preview", "contacts.csv", "--lang", "en", "--statuses", "statuses.csv")).Succeeded();
        var json = (await _folder.RunAsync("preview", "contacts.csv", "--json")).Succeeded().Json.GetProperty("interrupted");
        var other = await _folder.RunAsync("import", "contacts.csv", "--rows", "1", "--lang", "en");
        var import = (await _folder.RunAsync("import", "contacts.csv", "--lang", "en")).Succeeded();

        Assert.Contains($"Import {id} of this file was interrupted before row 3: this is its plan, with what became of its rows.", shown.Output, StringComparison.Ordinal);
        Assert.Contains($"import or resume {id} continues it; end {id} ends it, and the next preview starts from the present state.", shown.Output, StringComparison.Ordinal);
        Assert.Equal(["success", "success"], _folder.ReadLines("statuses.csv").Skip(1).Select(line => line.Split(';')[3]));
        Assert.Equal((id, 3L, "all"), (json.GetProperty("importId").GetString(), json.GetProperty("nextRow").GetInt64(), json.GetProperty("rows").GetString()));
        Assert.StartsWith($"Import {id} of this file was interrupted before row 3. Only its own plan,", other.FailedWith(1).Errors, StringComparison.Ordinal);
        Assert.Contains($"Import {id} of this file was interrupted before row 3: ", import.Output, StringComparison.Ordinal);
        Assert.Equal("finished", await StateAsync(id));
    }

    [Fact]
    public async Task An_ended_import_is_not_resumed_and_its_file_is_previewed_anew()
    {
        var id = await InterruptAsync();

        var end = (await _folder.RunAsync("end", id, "--lang", "en")).Succeeded();
        var again = (await _folder.RunAsync("end", id, "--json")).Succeeded();
        var resume = await _folder.RunAsync("resume", id, "--lang", "en");
        var preview = (await _folder.RunAsync("preview", "contacts.csv", "--json")).Succeeded();

        Assert.Contains(
            $"Import {id} of cadence.db is ended: it will not be resumed, and can be taken back by undo.", end.Output, StringComparison.Ordinal);
        Assert.Equal("ended", again.Json.GetProperty("state").GetString());
        Assert.Equal(
            $"Import {id} was ended before its last row, and cannot be resumed. Undo it, or make the preview of its file again.",
            resume.FailedWith(1).Errors.Trim());
        Assert.Equal((System.Text.Json.JsonValueKind.Null, 2L), (preview.Json.GetProperty("interrupted").ValueKind, preview.Count("active")));
        Assert.Equal("ended", await StateAsync(id));
        (await _folder.RunAsync("undo", id, "--yes")).Succeeded();
        Assert.Equal("undone", await StateAsync(id));
    }

    [Fact]
    public async Task History_shows_which_machine_writes_and_how_fast()
    {
        var id = await InterruptAsync(
            "started_at = '2026-11-30T08:00:00.0000000Z', state = 'running', rows_read = 1200, skipped = 1198, lease_token = 't', "
            + "lease_holder = 'web-1, process 7', lease_taken_at = '2026-11-30T08:00:10.0000000Z', lease_expires_at = '9999-01-01T00:00:00.0000000Z'");

        var french = (await _folder.RunAsync("history", "--lang", "fr")).Succeeded().Output;
        var english = (await _folder.RunAsync("history", "--lang", "en")).Succeeded().Output;
        var import = (await _folder.RunAsync("history", "--json")).Succeeded().Json.GetProperty("imports")[0];

        Assert.Contains("Écrit par web-1, 120 lignes/s", french, StringComparison.Ordinal);
        Assert.Contains("Written by web-1, 120 rows/s", english, StringComparison.Ordinal);
        Assert.Equal((id, "web-1", 120), (import.GetProperty("importId").GetString(), import.GetProperty("node").GetString(), import.GetProperty("rowsPerSecond").GetInt32()));
    }

    [Fact]
    public async Task History_names_no_machine_where_the_process_that_wrote_is_gone()
    {
        await InterruptAsync(
            "started_at = '2026-11-30T08:00:00.0000000Z', state = 'running', rows_read = 1200, skipped = 1198, lease_token = 't', "
            + "lease_holder = 'web-1, process 7', lease_taken_at = '2026-11-30T08:00:10.0000000Z', lease_expires_at = '2026-11-30T08:01:10.0000000Z'");

        var english = (await _folder.RunAsync("history", "--lang", "en")).Succeeded().Output;

        Assert.Contains("Interrupted", english, StringComparison.Ordinal);
        Assert.DoesNotContain("web-1", english, StringComparison.Ordinal);
    }

    private async Task<string> InterruptAsync(string state = "state = 'interrupted'")
    {
        _folder.WriteUsers();
        _folder.Write("contacts.csv", "ID Sellsy;Prénom;Nom;Propriétaire\r\n7;Nina;Perret;Ada Fontaine\r\n8;Paul;Gaillard;Ada Fontaine\r\n");
        var import = (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--json")).Succeeded();
        using var connection = new SqliteConnection($"Data Source={_folder.PathOf("cadence.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE imports SET {state}";
        command.ExecuteNonQuery();
        return import.Json.GetProperty("importId").GetString()!;
    }

    private async Task<string?> StateAsync(string importId)
    {
        var history = (await _folder.RunAsync("history", "--json")).Succeeded();
        return history.Json.GetProperty("imports").EnumerateArray()
            .Single(import => import.GetProperty("importId").GetString() == importId)
            .GetProperty("state").GetString();
    }
}

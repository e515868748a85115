using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace WorkerImport.Tests;

public sealed class WorkerTests : IDisposable
{
    private const int Rows = 20_000;
    private const string Headings = "ID Sellsy;Prénom;Nom;Propriétaire\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("worker-import-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_export_that_appears_is_imported_and_moves_with_its_report_and_its_rejected_rows()
    {
        using var worker = new Worker(_folder);
        await PutAsync("contacts.csv", $"{Headings}1;Anne;Petit;Hélène Aubrac\r\n2;Luc;Grand;Jean Inconnu\r\n3;Zoé;Petit;Sophie Martin\r\n");

        await worker.FollowAsync("contacts.csv is imported");
        await worker.KillAsync();

        Assert.Empty(Directory.GetFiles(_folder, "*.csv"));
        var results = Assert.Single(Directory.GetDirectories(Path.Combine(_folder, "done")));
        Assert.Equal(["contacts.csv", "rejected.csv", "report.json"], Directory.GetFiles(results).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var report = await ReportAsync(results);
        Assert.Equal((3, 2, 1), (Count(report, "read"), Count(report, "added"), Count(report, "errors")));
        Assert.Equal(("OwnerUnknown", "Error"), (report.GetProperty("issues")[0].GetProperty("code").GetString(), report.GetProperty("issues")[0].GetProperty("severity").GetString()));
        Assert.Contains("2;Luc;Grand;Jean Inconnu;Erreur;", await File.ReadAllTextAsync(Path.Combine(results, "rejected.csv"), Cancellation), StringComparison.Ordinal);
        Assert.Equal([["1", "Anne"], ["3", "Zoé"]], Query("SELECT sellsy_contact_id, first_name FROM leads ORDER BY 1"));

        Assert.Contains("Cadence.SellsyImport[6] Import ", worker.Told, StringComparison.Ordinal);
        Assert.Contains("metric: cadence.sellsy_import.rows 2 {row} cadence.sellsy_import.outcome=added", worker.Told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(40)]
    public async Task Killed_midway_and_started_again_it_continues_and_nothing_is_lost_or_doubled(int batches)
    {
        await PutAsync("contacts.csv", Export(Rows));
        using (var killed = new Worker(_folder))
        {
            await killed.FollowAsync("stored rows", batches);
            await killed.KillAsync();
        }

        using var worker = new Worker(_folder);
        await worker.FollowAsync("contacts.csv is imported");
        await worker.KillAsync();

        Assert.Equal([[$"{Rows}", $"{Rows}"]], Query("SELECT count(*), count(DISTINCT sellsy_contact_id) FROM leads"));
        Assert.Equal([["finished", $"{Rows}"]], Query("SELECT state, added FROM imports WHERE added > 0"));
        var reports = await Task.WhenAll(Directory.GetDirectories(Path.Combine(_folder, "done")).Select(ReportAsync));
        Assert.Equal(Rows, Assert.Single(reports, report => report.GetProperty("resumedAtRow").ValueKind == JsonValueKind.Number).GetProperty("counts").GetProperty("added").GetInt64());
        Assert.Empty(Directory.GetFiles(_folder, "*.csv"));
    }

    [Fact]
    public async Task The_same_export_again_finds_its_leads_in_Cadence_as_after_a_kill_between_the_end_of_an_import_and_the_move_of_its_file()
    {
        using var worker = new Worker(_folder);
        await PutAsync("contacts.csv", Export(10));
        await worker.FollowAsync("contacts.csv is imported");

        await PutAsync("contacts.csv", Export(10));
        await worker.FollowAsync("contacts.csv is imported");
        await worker.KillAsync();

        Assert.Equal([["10"]], Query("SELECT count(*) FROM leads"));
        Assert.Equal([["10", "0"], ["0", "10"]], Query("SELECT added, unchanged FROM imports ORDER BY id"));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder, "done"), "report.json", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task Stopped_midway_it_gives_the_import_back_and_the_next_one_continues_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to stop a process by.");
        await PutAsync("contacts.csv", Export(Rows));
        using (var stopped = new Worker(_folder))
        {
            await stopped.FollowAsync("stored rows", times: 5);
            await stopped.StopAsync();
        }

        Assert.Equal([["interrupted"]], Query("SELECT state FROM imports"));
        using var worker = new Worker(_folder);
        await worker.FollowAsync("contacts.csv is imported");
        await worker.KillAsync();

        Assert.Equal([["finished", $"{Rows}"]], Query("SELECT state, added FROM imports"));
    }

    [Theory]
    [InlineData("Some text, and no export.\n")]
    [InlineData("ID,Nom,Prénom,Nom de famille,Organisation,E-mail,Téléphone,Propriétaire,Étiquette,Personne créée\n1,Anne Petit,Anne,Petit,Un,,,Marie Durand,,2026-01-01\n")]
    public async Task A_file_that_cannot_be_imported_moves_aside_with_its_reason_and_the_others_are_imported(string text)
    {
        using var worker = new Worker(_folder);
        await PutAsync("a.csv", text);
        await PutAsync("b.csv", Export(10));

        await worker.FollowAsync("b.csv is imported");
        await worker.KillAsync();

        Assert.True(File.Exists(Path.Combine(_folder, "failed", "a.csv")));
        Assert.StartsWith("a.csv", await File.ReadAllTextAsync(Path.Combine(_folder, "failed", "a.csv.error.txt"), Cancellation), StringComparison.Ordinal);
        Assert.Equal([["10"]], Query("SELECT count(*) FROM leads"));
    }

    [Fact]
    public async Task A_wrong_setting_ends_it_at_once_with_its_remedy()
    {
        using var worker = new Worker(_folder, "--SellsyImport:BatchSize=0");

        Assert.NotEqual(0, await worker.EndAsync());

        Assert.Contains("The option BatchSize is 0; 1 to 100000 is expected.", worker.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_folder_it_tells_how_to_call_it()
    {
        using var worker = new Worker(Path.Combine(_folder, "missing"));

        Assert.Equal(2, await worker.EndAsync());

        Assert.StartsWith("Usage: WorkerImport FOLDER", worker.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_taken_only_when_it_has_not_changed_since_the_last_look()
    {
        var (watched, file) = (new WatchedFolder(_folder), Path.Combine(_folder, "contacts.csv"));
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "no export");
        File.WriteAllText(file, Headings);
        Assert.Empty(watched.FindStable());
        File.AppendAllText(file, "1;Anne;Petit;Hélène Aubrac\r\n");
        Assert.Empty(watched.FindStable());

        Assert.Equal([file], watched.FindStable());
        Assert.Equal([file], watched.FindStable());
    }

    private static string Export(int rows)
    {
        var csv = new StringBuilder(Headings);
        for (var row = 1; row <= rows; row++)
        {
            csv.Append(row).Append(";Anne;Petit;Hélène Aubrac\r\n");
        }

        return csv.ToString();
    }

    /// <summary>Puts a file into the folder as a careful program does: at once.</summary>
    private async Task PutAsync(string name, string text)
    {
        var written = Path.Combine(_folder, $"{name}.tmp");
        await File.WriteAllTextAsync(written, text, Cancellation);
        File.Move(written, Path.Combine(_folder, name));
    }

    private static async Task<JsonElement> ReportAsync(string folder)
    {
        await using var file = File.OpenRead(Path.Combine(folder, "report.json"));
        return (await JsonDocument.ParseAsync(file, cancellationToken: Cancellation)).RootElement.Clone();
    }

    private static long Count(JsonElement report, string name) => report.GetProperty("counts").GetProperty(name).GetInt64();

    private List<string[]> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "cadence.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!)]);
        }

        return rows;
    }
}

using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Cadence.SellsyImport.AspNetCore.Tests.PageHost;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>What the page says became of the rows, of a store without a ledger too.</summary>
public sealed class ReportTests
{
    private const string Export = "ID Sellsy;Prénom;Propriétaire\n1;Léa;Marie Durand\n2;Zoé;Marie Durand\n3;;Marie Durand\n";

    [Fact]
    public async Task The_rows_of_a_store_without_a_ledger_have_their_outcome_and_all_in_error_are_rejected()
    {
        await using var host = await StartAsync(TakesSecondContact());
        using var client = host.Client();
        var id = await PreviewedAsync(client);

        var added = await WorkAsync(client, id, "add");
        var rows = await ReadAsync(client.GetAsync($"api/sessions/{id}/rows?first=1&count=10", Cancellation));
        var rejected = await client.GetStringAsync($"api/sessions/{id}/rejected", Cancellation);

        Assert.Equal(2, added.GetProperty("report").GetProperty("counts").GetProperty("errors").GetInt64());
        Assert.Equal(["success", "error", "error"], rows.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("status").GetString()));
        Assert.Equal(3, rejected.TrimEnd().Split('\n').Length);
        Assert.Contains("2;Zoé;Marie Durand;Error;", rejected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_kept_nowhere_is_not_replaced_by_the_preview()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var sessions = new FolderSessionStore(folder.FullName);
            var files = new FolderExportStore(folder.CreateSubdirectory("files").FullName);
            string id;
            await using (var before = await StartAsync(TakesSecondContact(), sessions, files))
            {
                using var client = before.Client();
                id = await PreviewedAsync(client);
                await WorkAsync(client, id, "add");
            }

            await using var after = await StartAsync(TakesSecondContact(), sessions, files);
            using var again = after.Client();
            foreach (var path in new[] { "rows?first=1&count=10", "rows/1", "rejected" })
            {
                using var answer = await again.GetAsync($"api/sessions/{id}/{path}", Cancellation);
                Assert.Contains(ErrorCodes.StoreCannot, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_the_host_does_once_an_import_is_finished_does_not_change_its_report()
    {
        var logs = new CollectedLogs();
        var sink = new ScriptedSink(_ => Task.CompletedTask);
        await using var host = await PageHost.StartAsync(
            withSink: false,
            configure: options => options.OnFinished = (_, _) => throw new IOException("No mail to Zoé."),
            services: services => services.AddSingleton<ILeadSink>(sink).AddSingleton<ILoggerFactory>(logs));
        using var client = host.Client();

        var added = await WorkAsync(client, await PreviewedAsync(client), "add");

        Assert.Equal("done", added.GetProperty("job").GetProperty("state").GetString());
        Assert.Equal(2, added.GetProperty("report").GetProperty("counts").GetProperty("added").GetInt64());
        Assert.Equal(1, sink.Calls);
        var logged = Assert.Single(logs.Entries, entry => entry.Category == "Cadence.SellsyImport.AspNetCore");
        Assert.Equal((403, LogLevel.Error), (logged.Id.Id, logged.Level));
        Assert.DoesNotContain("Zoé", logged.Text, StringComparison.Ordinal);
    }

    /// <summary>A store in which somebody adds the second contact while the import adds the first.</summary>
    private static ScriptedSink TakesSecondContact()
    {
        ScriptedSink? sink = null;
        return sink = new ScriptedSink(_ =>
        {
            sink!.Leads.PutLead(new() { SellsyContactId = "2" }, new("u1", "Marie", "Durand"));
            return Task.CompletedTask;
        });
    }

    private static Task<PageHost> StartAsync(ScriptedSink sink, IImportSessionStore? sessions = null, IExportStore? files = null) =>
        PageHost.StartAsync(withSink: false, services: services =>
        {
            services.AddSingleton<ILeadSink>(sink);
            if (sessions is not null && files is not null)
            {
                services.AddSingleton(sessions).AddSingleton(files);
            }
        });

    private static async Task<string> PreviewedAsync(HttpClient client)
    {
        var id = (await OpenAsync(client, Export)).GetProperty("id").GetString()!;
        await WorkAsync(client, id, "preview");
        return id;
    }
}

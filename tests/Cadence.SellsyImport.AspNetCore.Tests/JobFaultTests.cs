using System.Net;
using System.Text.Json;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Cadence.SellsyImport.AspNetCore.Tests.PageHost;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>Jobs while something of the host fails: the store of its sessions, that of its leads, or what makes them.</summary>
public sealed class JobFaultTests : IDisposable
{
    private const string Export = "ID Sellsy;Prénom;Propriétaire\n1;Léa;Marie Durand\n2;Zoé;Marie Durand\n";

    private readonly CollectedLogs _logs = new();
    private readonly FixedTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly FailingSessionStore _sessions;

    public JobFaultTests() => _sessions = new(new FolderSessionStore(_folder.FullName));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Writes_of_the_progress_that_fail_neither_repeat_an_import_nor_change_its_report()
    {
        var (adding, failed, goOn) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var sink = new ScriptedSink(async _ =>
        {
            adding.TrySetResult();
            await goOn.Task;
        });
        await using var host = await StartAsync(sink);
        using var client = host.Client();
        var id = await PreviewedAsync(client);
        await ReadAsync(client.PostAsync($"api/sessions/{id}/add", null, Cancellation));
        await adding.Task.WaitAsync(Cancellation);
        _sessions.OnWrite = () =>
        {
            if (_sessions.Failures <= 0)
            {
                failed.TrySetResult();
            }
        };
        (_sessions.Failures, _sessions.Document) = (2, SessionDocuments.Progress);
        await Task.WhenAny(failed.Task, Task.Delay(TimeSpan.FromSeconds(3), Cancellation));
        _time.Advance(TimeSpan.FromMinutes(1));
        await ReadAsync(client.GetAsync($"api/sessions/{id}", Cancellation));
        goOn.SetResult();
        var added = await EndedAsync(client, id);

        Assert.Equal((1, 2L), (sink.Calls, added.GetProperty("report").GetProperty("counts").GetProperty("added").GetInt64()));
        Assert.Equal("done", added.GetProperty("job").GetProperty("state").GetString());
        var logged = Assert.Single(_logs.Entries, entry => entry.Category == "Cadence.SellsyImport.AspNetCore");
        Assert.Equal((402, LogLevel.Warning), (logged.Id.Id, logged.Level));
        Assert.Contains("System.IO.IOException", logged.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("disk", logged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_whose_store_timed_out_is_answered_and_its_message_goes_nowhere()
    {
        await using var host = await StartAsync(new ScriptedSink(_ => Task.CompletedTask));
        using var client = host.Client();
        var id = await PreviewedAsync(client);
        _sessions.Failure = new TaskCanceledException("Léa timed out.");
        (_sessions.Failures, _sessions.Document) = (1, SessionDocuments.State);

        using var answer = await client.PostAsync($"api/sessions/{id}/add", null, Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("Léa", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(400, Assert.Single(_logs.Entries, entry => entry.Level == LogLevel.Error).Id.Id);
        Assert.DoesNotContain(_logs.Entries, entry => entry.Text.Contains("Léa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_can_be_cancelled_after_a_write_of_its_progress_has_failed()
    {
        var (adding, failed, stopped) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var sink = new ScriptedSink(async cancelled =>
        {
            using var stopping = cancelled.Register(() => stopped.TrySetResult());
            adding.TrySetResult();
            await stopped.Task;
            cancelled.ThrowIfCancellationRequested();
        });
        await using var host = await StartAsync(sink);
        using var client = host.Client();
        var id = await PreviewedAsync(client);
        await ReadAsync(client.PostAsync($"api/sessions/{id}/add", null, Cancellation));
        await adding.Task.WaitAsync(Cancellation);
        _sessions.OnWrite = () => failed.TrySetResult();
        (_sessions.Failures, _sessions.Document) = (1, SessionDocuments.Progress);
        await failed.Task.WaitAsync(Cancellation);
        await ReadAsync(client.PostAsync($"api/sessions/{id}/cancel", null, Cancellation));
        await Task.WhenAny(stopped.Task, Task.Delay(TimeSpan.FromSeconds(10), Cancellation));
        var isStopped = stopped.Task.IsCompleted;
        stopped.TrySetResult();
        var ended = await EndedAsync(client, id);

        Assert.True(isStopped);
        Assert.Equal("cancelled", ended.GetProperty("job").GetProperty("state").GetString());
        Assert.Empty(sink.Leads.Leads);
    }

    [Fact]
    public async Task The_end_of_an_import_that_cannot_be_written_at_once_is_written_later()
    {
        var sink = new ScriptedSink(_ =>
        {
            (_sessions.Failures, _sessions.Document) = (1, SessionDocuments.State);
            return Task.CompletedTask;
        });
        await using var host = await StartAsync(sink);
        using var client = host.Client();
        var id = await PreviewedAsync(client);
        await ReadAsync(client.PostAsync($"api/sessions/{id}/add", null, Cancellation));
        var added = await EndedAsync(client, id);

        Assert.Equal((1, 2L), (sink.Calls, added.GetProperty("report").GetProperty("counts").GetProperty("added").GetInt64()));
    }

    [Fact]
    public async Task A_store_that_can_only_be_disposed_asynchronously_does_not_end_the_host()
    {
        await using var host = await StartAsync(_ => new ScriptedSink(_ => Task.CompletedTask));
        using var client = host.Client();
        var first = await PreviewedAsync(client);
        var second = await PreviewedAsync(client);
        var added = await WorkAsync(client, second, "add");

        Assert.NotEqual(first, second);
        Assert.Equal("done", added.GetProperty("job").GetProperty("state").GetString());
        Assert.DoesNotContain(_logs.Entries, entry => entry.Level >= LogLevel.Error);
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("add")]
    public async Task A_job_whose_store_cannot_be_made_fails_and_the_next_one_runs(string kind)
    {
        var isBroken = false;
        await using var host = await StartAsync(services => isBroken && services.GetRequiredService<IHttpContextAccessor>().HttpContext is null
            ? throw new InvalidOperationException("No connection string.")
            : new ScriptedSink(_ => Task.CompletedTask));
        using var client = host.Client();
        var id = kind == "add" ? await PreviewedAsync(client) : await OpenedAsync(client);

        // As many jobs as the host has workers, and one more.
        for (var jobs = 0; jobs < 3; jobs++)
        {
            isBroken = true;
            Assert.Equal("failed", (await WorkAsync(client, id, kind)).GetProperty("job").GetProperty("state").GetString());
        }

        isBroken = false;
        Assert.Equal("done", (await WorkAsync(client, id, kind)).GetProperty("job").GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_time_out_of_the_store_is_a_failure_and_not_a_cancellation()
    {
        await using var host = await StartAsync(new ScriptedSink(_ => throw new TaskCanceledException("The request timed out.", new TimeoutException())));
        using var client = host.Client();
        var failed = await WorkAsync(client, await PreviewedAsync(client), "add");

        Assert.Equal("failed", failed.GetProperty("job").GetProperty("state").GetString());
        Assert.Equal((int)HttpStatusCode.InternalServerError, failed.GetProperty("job").GetProperty("problem").GetProperty("status").GetInt32());
    }

    private Task<PageHost> StartAsync(ILeadSink sink) => StartAsync(services => services.AddSingleton(sink));

    private Task<PageHost> StartAsync(Func<IServiceProvider, ILeadSink> sink) => StartAsync(services => services.AddScoped(sink));

    private Task<PageHost> StartAsync(Action<IServiceCollection> sink) => PageHost.StartAsync(withSink: false, services: services =>
    {
        sink(services);
        services.AddSingleton<IImportSessionStore>(_sessions);
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton<ILoggerFactory>(_logs);
    });

    private static async Task<string> OpenedAsync(HttpClient client) => (await OpenAsync(client, Export)).GetProperty("id").GetString()!;

    private static async Task<string> PreviewedAsync(HttpClient client)
    {
        var id = await OpenedAsync(client);
        Assert.Equal("done", (await WorkAsync(client, id, "preview")).GetProperty("job").GetProperty("state").GetString());
        return id;
    }

    /// <summary>Waits for the end of a job, while the clock goes so fast that any silence counts.</summary>
    private async Task<JsonElement> EndedAsync(HttpClient client, string id)
    {
        while (true)
        {
            var session = await ReadAsync(client.GetAsync($"api/sessions/{id}", Cancellation));
            if (session.GetProperty("job").GetProperty("state").GetString() != "running")
            {
                return session;
            }

            _time.Advance(TimeSpan.FromSeconds(20));
        }
    }
}

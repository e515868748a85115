using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Cadence.SellsyImport.Storage;
using static Cadence.SellsyImport.AspNetCore.Tests.PageHost;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>An import that did not come to its end: it goes on with the plan that it was begun with, or is undone.</summary>
public sealed class StoppedImportTests
{
    private const int Rows = 5_000;

    [Fact]
    public async Task What_an_interrupted_import_was_made_of_cannot_be_changed_and_it_goes_on()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        var id = await InterruptAsync(host, client);

        using var mapping = await client.PatchAsync($"api/sessions/{id}", Json(new { mapping = Array.Empty<object>() }), Cancellation);
        using var selection = await client.PatchAsync($"api/sessions/{id}", Json(new { selection = "1-3" }), Cancellation);
        var added = await WorkAsync(client, id, "add");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (mapping.StatusCode, selection.StatusCode));
        Assert.Equal(Rows, added.GetProperty("report").GetProperty("counts").GetProperty("added").GetInt64());
        Assert.Equal(Rows, host.Sink.Leads.Count);
    }

    [Fact]
    public async Task An_interrupted_import_that_is_undone_ends_with_its_report_and_not_as_one_that_can_be_added()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        var id = await InterruptAsync(host, client);
        var written = host.Sink.Leads.Count;

        using var asked = await client.PostAsync($"api/history/{id}/undo", null, Cancellation);
        var undone = await EndedAsync(client, id);

        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal(written, undone.GetProperty("report").GetProperty("undo").GetProperty("removed").GetInt64());
        Assert.Equal(written, undone.GetProperty("report").GetProperty("counts").GetProperty("added").GetInt64());
        Assert.Empty(host.Sink.Leads);
        using var change = await client.PatchAsync($"api/sessions/{id}", Json(new { selection = "1-3" }), Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, change.StatusCode);
    }

    [Fact]
    public async Task The_rows_of_an_interrupted_import_that_were_added_are_no_longer_to_be_added()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        var id = await InterruptAsync(host, client);

        var first = await ReadAsync(client.GetAsync($"api/sessions/{id}/rows/1", Cancellation));
        var last = await ReadAsync(client.GetAsync($"api/sessions/{id}/rows/{Rows}", Cancellation));

        Assert.Equal(("success", "blank"), (first.GetProperty("status").GetString(), last.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task The_undo_of_an_interrupted_import_that_is_cancelled_goes_on_from_the_session_and_from_the_history()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        var id = await InterruptAsync(host, client);

        await CancelUndoAsync(host, client, id, $"api/history/{id}/undo");
        var listed = (await ReadAsync(client.GetAsync("api/history", Cancellation))).GetProperty("imports")[0];
        await CancelUndoAsync(host, client, id, $"api/history/{id}/undo");
        var undone = await WorkAsync(client, id, "undo");

        Assert.Equal(("Undoing", true), (listed.GetProperty("state").GetString(), listed.GetProperty("canUndo").GetBoolean()));
        Assert.Equal(("done", "done"), (undone.GetProperty("step").GetString(), undone.GetProperty("job").GetProperty("state").GetString()));
        Assert.Empty(host.Sink.Leads);
    }

    [Theory]
    [InlineData("""{"mapping":[null]}""")]
    [InlineData("""{"mapping":[{"field":"FirstName"}]}""")]
    [InlineData("""{"mapping":[{"columns":[1]}]}""")]
    [InlineData("""{"mapping":[{"field":"FirstName","columns":[1],"values":[null]}]}""")]
    [InlineData("""{"decisions":{"owners":[null]}}""")]
    [InlineData("""{"decisions":{"owners":[{"text":"Marie"}]}}""")]
    [InlineData("""{"decisions":{"matches":[null]}}""")]
    [InlineData("""{"corrections":{"cells":[null]}}""")]
    [InlineData("""{"corrections":{"values":[{"column":1}]}}""")]
    public async Task A_change_with_nothing_where_something_must_be_is_a_bad_request(string patch)
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        var id = (await OpenAsync(client, "ID Sellsy;Prénom;Propriétaire\n1;Léa;Marie Durand\n")).GetProperty("id").GetString();

        using var answer = await client.PatchAsync($"api/sessions/{id}", new StringContent(patch, Encoding.UTF8, "application/json"), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    /// <summary>An import of which the first batch is stored when a person cancels it.</summary>
    private static async Task<string> InterruptAsync(PageHost host, HttpClient client)
    {
        var export = new StringBuilder("ID Sellsy;Prénom;Propriétaire\n");
        for (var row = 1; row <= Rows; row++)
        {
            export.Append(CultureInfo.InvariantCulture, $"{row};Léa;Marie Durand\n");
        }

        var stored = new TaskCompletionSource();
        using var cancelled = new ManualResetEventSlim();
        host.OnSinkCall = call =>
        {
            if (call is { Method: nameof(IImportLedger.WriteAsync), IsDone: true } && stored.TrySetResult())
            {
                cancelled.Wait(Cancellation);
            }
        };
        var id = (await OpenAsync(client, $"{export}")).GetProperty("id").GetString()!;
        await WorkAsync(client, id, "preview");
        await ReadAsync(client.PostAsync($"api/sessions/{id}/add", null, Cancellation));
        await stored.Task.WaitAsync(Cancellation);
        await ReadAsync(client.PostAsync($"api/sessions/{id}/cancel", null, Cancellation));
        cancelled.Set();

        Assert.Equal("cancelled", (await EndedAsync(client, id)).GetProperty("job").GetProperty("state").GetString());
        Assert.InRange(host.Sink.Leads.Count, 1, Rows - 1);
        return id;
    }

    /// <summary>Starts an undo and cancels it before its first batch.</summary>
    private static async Task CancelUndoAsync(PageHost host, HttpClient client, string id, string path)
    {
        var undoing = new TaskCompletionSource();
        using var cancelled = new ManualResetEventSlim();
        host.OnSinkCall = call =>
        {
            if (call is { Method: nameof(IUndoLedger.ReadUndoableAsync), IsDone: false } && undoing.TrySetResult())
            {
                cancelled.Wait(Cancellation);
            }
        };
        using var asked = await client.PostAsync(path, null, Cancellation);
        await undoing.Task.WaitAsync(Cancellation);
        await ReadAsync(client.PostAsync($"api/sessions/{id}/cancel", null, Cancellation));
        cancelled.Set();
        var stopped = await EndedAsync(client, id);
        Assert.Equal(("add", "cancelled"), (stopped.GetProperty("step").GetString(), stopped.GetProperty("job").GetProperty("state").GetString()));
    }

    private static async Task<JsonElement> EndedAsync(HttpClient client, string id)
    {
        while (true)
        {
            var session = await ReadAsync(client.GetAsync($"api/sessions/{id}", Cancellation));
            if (session.GetProperty("job").GetProperty("state").GetString() != "running")
            {
                return session;
            }
        }
    }
}

using HttpSink.Api;
using HttpSink.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace HttpSink.Tests;

/// <summary>What becomes of a row for each answer of the API.</summary>
public sealed class AnswerTests : IAsyncLifetime
{
    private Crm? _started;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Crm Crm => _started!;

    public async ValueTask InitializeAsync() => _started = await Crm.StartAsync();

    public ValueTask DisposeAsync() => Crm.DisposeAsync();

    [Fact]
    public async Task A_contact_that_is_created_is_added_with_its_owner()
    {
        Assert.Equal((3, 0, 0), await ImportAsync(Crm.Write([1, 2, 3], id => $"c{id}@example.example")));

        Assert.Equal(["1", "2", "3"], Crm.Store.Created);
        Assert.Equal(new CrmContact("1", "Anne", "Petit", "c1@example.example", "u1"), Crm.Store.Contacts[0]);
    }

    [Fact]
    public async Task A_contact_that_somebody_created_since_the_preview_is_an_error_of_its_row()
    {
        var (importer, source, plan) = await PreviewAsync(Crm.Write([1, 2]));
        Crm.Store.Create(key: null, new("2", "Zoé", null, null, "u2"));

        var report = await importer.AddAsync(source, plan, cancellationToken: Cancellation);

        Assert.Equal((1, 1), (report.Counts.Added, report.Counts.Errors));
        Assert.Equal("Zoé", Crm.Store.Contacts.Single(contact => contact.SellsyId == "2").FirstName);
    }

    [Fact]
    public async Task A_contact_that_is_refused_is_an_error_with_the_reason_of_the_API()
    {
        var (importer, source, plan) = await PreviewAsync(Crm.Write([1, 2, 3], id => id == 2 ? "a@nowhere.invalid" : "a@example.example"));

        var report = await importer.AddAsync(source, plan, cancellationToken: Cancellation);

        Assert.Equal((2, 1), (report.Counts.Added, report.Counts.Errors));
        var reasons = new List<string>();
        await foreach (var row in importer.ReadReportAsync(source, report, cancellationToken: Cancellation))
        {
            reasons.AddRange(row.Issues.Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => $"{row.Number}: {CrmTexts.English.IssueText(issue)}"));
        }

        Assert.Equal(["2: The CRM does not take this contact: The domain of the e-mail address does not exist."], reasons);
    }

    [Fact]
    public async Task An_answer_429_is_waited_for_as_long_as_it_says()
    {
        var time = new ImpatientTime(except: TimeSpan.FromMinutes(1));
        Crm.Disturb((id, request) => id == "2" && request <= 2 ? ApiFault.TooManyRequests : ApiFault.None);

        Assert.Equal((3, 0, 0), await ImportAsync(Crm.Write([1, 2, 3]), services => services.AddSingleton<TimeProvider>(time)));

        Assert.Equal(3, Crm.Asked["2"]);
        Assert.Equal(2, time.Waits.Count(wait => wait == TimeSpan.FromSeconds(ContactsApi.RetryAfter)));
    }

    [Fact]
    public async Task An_answer_503_is_tried_again()
    {
        Crm.Disturb((_, request) => request == 1 ? ApiFault.Unavailable : ApiFault.None);

        Assert.Equal((3, 0, 0), await ImportAsync(Crm.Write([1, 2, 3])));

        Assert.All(Crm.Asked.Values, requests => Assert.Equal(2, requests));
    }

    [Fact]
    public async Task A_request_without_an_answer_is_tried_again()
    {
        Crm.Disturb((id, request) => id == "2" && request == 1 ? ApiFault.Hangs : ApiFault.None);

        Assert.Equal((3, 0, 0), await ImportAsync(Crm.Write([1, 2, 3]), tryTimeout: TimeSpan.FromSeconds(2)));

        Assert.Equal(["1", "2", "3"], Crm.Store.Created);
    }

    [Fact]
    public async Task A_contact_that_was_created_without_an_answer_is_added_once()
    {
        Crm.Disturb((id, request) => id == "2" && request == 1 ? ApiFault.WorksAndHangs : ApiFault.None);

        Assert.Equal((3, 0, 0), await ImportAsync(Crm.Write([1, 2, 3]), tryTimeout: TimeSpan.FromSeconds(2)));

        Assert.Equal(["1", "2", "3"], Crm.Store.Created);
        Assert.Equal(2, Crm.Asked["2"]);
    }

    [Fact]
    public async Task What_no_try_overcomes_stops_the_import_and_the_next_call_continues_it()
    {
        var path = Crm.Write(Enumerable.Range(1, 250));
        Crm.Disturb((id, _) => id == "130" ? ApiFault.Unavailable : ApiFault.None);

        await Assert.ThrowsAsync<HttpRequestException>(() => ImportAsync(path));

        Assert.Equal(129, Crm.Store.Created.Count);
        var history = Crm.Open().GetRequiredService<IImportHistory>();
        var stopped = Assert.Single(await history.ReadAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal((ImportState.Interrupted, 1, true), (stopped.State, stopped.Batches, stopped.HasBatchInDoubt));

        Crm.Disturb((_, _) => ApiFault.None);
        Crm.Asked.Clear();
        Assert.Equal((250, 0, 0), await ImportAsync(path));

        // Of the batch in doubt, 101 to 129 were found there: they were not sent again.
        Assert.Equal(Enumerable.Range(130, 121).Select(id => $"{id}"), Crm.Asked.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, 250).Select(id => $"{id}"), Crm.Store.Created);
        Assert.Equal(ImportState.Finished, Assert.Single(await history.ReadAsync(Cancellation).ToListAsync(Cancellation)).State);
    }

    private async Task<(long Added, long Skipped, long Errors)> ImportAsync(
        string path, Action<IServiceCollection>? configure = null, TimeSpan? tryTimeout = null)
    {
        var (importer, source, plan) = await PreviewAsync(path, configure, tryTimeout);
        var report = await importer.AddAsync(source, plan, cancellationToken: Cancellation);
        return (report.Counts.Added, report.Counts.Skipped, report.Counts.Errors);
    }

    private async Task<(ISellsyImporter, ImportSource, ImportPlan)> PreviewAsync(
        string path, Action<IServiceCollection>? configure = null, TimeSpan? tryTimeout = null)
    {
        var importer = Crm.Open(tryTimeout, configure: configure).GetRequiredService<ISellsyImporter>();
        var source = ImportSource.FromFile(path);
        var overview = await importer.OpenAsync(source, Cancellation);
        return (importer, source, await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: Cancellation));
    }
}

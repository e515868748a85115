using HttpSink.Api;
using HttpSink.Crm;

const string Usage =
    """
    Usage: HttpSink serve [--urls=http://localhost:5080]
             the small API, in memory; every tenth request is answered 429, 503, too late or not at all
           HttpSink import FILE [API] [LEDGER]
             imports an export into the API at http://localhost:5080/, with its ledger in imports.db; the same command continues an interrupted import
           HttpSink history [LEDGER]
    """;

switch (args)
{
    case ["serve", .. var settings]:
        var store = new ContactStore { Fault = _ => (ApiFault)(Random.Shared.Next(10) == 0 ? Random.Shared.Next(1, 5) : 0) };
        await ContactsApi.Build(settings is [] ? ["--urls=http://localhost:5080"] : settings, store).RunAsync();
        return 0;
    case ["import", var file, .. var rest]:
        await using (var host = Host(rest.ElementAtOrDefault(0), rest.ElementAtOrDefault(1)))
        {
            return await ImportAsync(host, file);
        }

    case ["history", .. var rest]:
        await using (var host = Host(api: null, rest.ElementAtOrDefault(0)))
        {
            await foreach (var import in host.GetRequiredService<IImportHistory>().ReadAsync())
            {
                Console.WriteLine($"{import.Import.ImportId} | {import.Import.FileName} | {CrmTexts.English.Label(import.State)} | {import.Counts.Added} added");
            }

            return 0;
        }

    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static ServiceProvider Host(string? api, string? ledger) => (ServiceProvider)new DefaultServiceProviderFactory().CreateServiceProvider(
    new ServiceCollection().AddCrm(new() { Address = new(api ?? "http://localhost:5080/"), TryTimeout = TimeSpan.FromSeconds(2) }, ledger ?? "imports.db"));

static async Task<int> ImportAsync(ServiceProvider host, string file)
{
    using var stopping = new CancellationTokenSource();
    Console.CancelKeyPress += (_, pressed) =>
    {
        pressed.Cancel = true;
        stopping.Cancel();
    };
    var importer = host.GetRequiredService<ISellsyImporter>();
    var source = ImportSource.FromFile(file);
    try
    {
        var overview = await importer.OpenAsync(source, stopping.Token);
        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: stopping.Token);
        var report = await importer.AddAsync(source, plan, cancellationToken: stopping.Token);
        Console.WriteLine($"{report.Counts.Read} read = {report.Counts.Added} added + {report.Counts.Skipped} skipped + {report.Counts.Errors} errors");
        await foreach (var row in importer.ReadReportAsync(source, report, cancellationToken: stopping.Token))
        {
            foreach (var issue in row.Issues.Where(issue => issue.Severity == IssueSeverity.Error))
            {
                Console.WriteLine($"row {row.Number}: {CrmTexts.English.IssueText(issue)}");
            }
        }

        return 0;
    }
    catch (SellsyImportException exception)
    {
        Console.Error.WriteLine(CrmTexts.English.ErrorText(exception.Code, exception.Arguments));
        return 1;
    }
    catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or Polly.Timeout.TimeoutRejectedException)
    {
        Console.Error.WriteLine($"Stopped: {exception.Message} The same command continues the import.");
        return 3;
    }
}

using Cadence.SellsyImport.Sqlite.Tests.Support;
using Cadence.SellsyImport.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Sqlite.Tests;

/// <summary>A whole import whose disk fills up again and again, each time with a little more room.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Rows = 2_000;
    private const int RowsOfBatch = 100;

    private static readonly SellsyExportGenerator Export = new(new() { Seed = 3, Rows = Rows, Owners = 2, Companies = 50 });

    private readonly TemporaryStore _undisturbed = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _undisturbed.Dispose();

    [Fact]
    public async Task An_import_into_a_database_that_is_full_goes_on_each_time_there_is_room_and_ends_as_if_nothing_had_been()
    {
        using var store = new TemporaryStore();
        var pages = 0;
        await AssertGoesOnAsync(store.DatabasePath, atLeastFull: 5, full: () => pages += 25, options => options.MaximumPages = pages);
    }

    [Fact]
    public async Task An_import_onto_a_disk_that_is_full_goes_on_each_time_there_is_room_and_ends_as_if_nothing_had_been()
    {
        using var disk = SmallDisk.TryMount(40);
        Assert.SkipWhen(disk is null, "No tmpfs can be mounted by this user.");
        var size = 40;
        await AssertGoesOnAsync(Path.Combine(disk.Folder, "cadence.db"), atLeastFull: 5, full: () => disk.Resize(size += 400));
    }

    private async Task AssertGoesOnAsync(string path, int atLeastFull, Action full, Action<SqliteLeadStoreOptions>? configure = null)
    {
        await ImportAsync(_undisturbed.DatabasePath);
        var expected = Leads(_undisturbed.DatabasePath);
        Assert.Equal(Rows, expected.Count);
        var (times, resumed) = (0, 0);
        while (true)
        {
            full();
            try
            {
                var report = await ImportAsync(path, configure);
                resumed += report.ResumedAtRow is null ? 0 : 1;
                break;
            }
            catch (SellsyImportException exception)
            {
                Assert.Equal(ErrorCodes.DatabaseFull, exception.Code);
                Assert.DoesNotContain("@", exception.ToString(), StringComparison.Ordinal);
                times++;
            }
        }

        Assert.True(times >= atLeastFull && resumed == 1, $"{times} times full, resumed {resumed} times.");
        Assert.Equal(expected, Leads(path));
        Assert.Equal(["ok"], Query(path, "PRAGMA integrity_check"));
        Assert.Equal([$"finished|{Rows}|{Rows}"], Query(path, "SELECT state, rows_read, added FROM imports"));
    }

    private static async Task<ImportReport> ImportAsync(string path, Action<SqliteLeadStoreOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider([.. Export.Users]));
        services.AddSellsyImport(options => options.BatchSize = RowsOfBatch).UseSqlite(options =>
        {
            options.DatabasePath = path;
            configure?.Invoke(options);
        });
        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISellsyImporter>();
        var source = Export.ToSource();
        var overview = await importer.OpenAsync(source, Cancellation);
        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: Cancellation);
        return await importer.AddAsync(source, plan, cancellationToken: Cancellation);
    }

    private static List<string> Leads(string path) => Query(
        path,
        "SELECT sellsy_contact_id, first_name, last_name, owner_id, emails, phones, note, created_from_row, company_as_told, companies.sellsy_id, companies.name "
        + "FROM leads LEFT JOIN companies ON companies.id = company_id ORDER BY sellsy_contact_id");

    private static List<string> Query(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }
}

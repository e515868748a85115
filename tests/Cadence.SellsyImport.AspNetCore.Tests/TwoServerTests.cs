using System.Globalization;
using System.Text;
using Cadence.SellsyImport.PostgreSql.Tests.Support;
using Npgsql;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>
/// Two processes on one PostgreSQL server behind a proxy without sticky sessions. One of them is killed in the middle of each step, and another one
/// started in its place. The page goes on by itself.
/// </summary>
public sealed class TwoServerTests
{
    private const int Rows = 12_000;

    private static readonly string[] Steps = ["add", "upload", "preview"];

    public static TheoryData<string> KilledDuring => [.. Steps];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(KilledDuring))]
    public async Task The_page_goes_on_by_itself_when_a_server_is_killed(string step)
    {
        LongProof.SkipUnlessAsked();
        var binaries = LongProof.RequireServer(ServerBinaries.Find());
        await using var chromium = await Chromium.StartAsync();
        await using var database = await ServerProcess.StartNewAsync(binaries, ServerProcess.OfTests);
        using var first = await WebImportProcess.StartAsync(database.ConnectionString);
        using var second = await WebImportProcess.StartAsync(database.ConnectionString);
        WebImportProcess? third = null;
        string[] servers = [first.Address, second.Address];
        await using var proxy = await RoundRobinProxy.StartAsync(() => servers);
        var killed = 0;
        proxy.OnAnswered = async (method, path, server) =>
        {
            if (IsIn(step, method, path) && Interlocked.Exchange(ref killed, 1) == 0)
            {
                if (step == "add")
                {
                    await UntilLeadsAsync(database.ConnectionString);
                }

                var victim = server == first.Address ? first : second;
                victim.Kill();
                third = await WebImportProcess.StartAsync(database.ConnectionString);
                servers = [.. servers.Select(one => one == victim.Address ? third.Address : one)];
            }
        };

        try
        {
            var page = await chromium.OpenAsync($"{proxy.Address}/import", "en-GB");
            await page.ChooseAsync(Encoding.UTF8.GetBytes(Export()));
            await page.Page.Locator("sellsy-import-mapping").WaitForAsync();
            await page.PreviewAsync();
            await page.CountAsync(0, Rows.ToString("N0", CultureInfo.InvariantCulture));
            await page.AddAsync();

            Assert.Equal(1, killed);
            await page.Page.Locator(".totals").GetByText(Rows.ToString("N0", CultureInfo.InvariantCulture)).First.WaitForAsync();
            Assert.Equal((Rows, Rows), await CountLeadsAsync(database.ConnectionString));
            await page.UndoAsync();
            Assert.Equal((0, 0), await CountLeadsAsync(database.ConnectionString));
            await page.AssertCleanAsync();
        }
        finally
        {
            third?.Dispose();
        }
    }

    private static bool IsIn(string step, string method, string path) => (step, method) switch
    {
        ("upload", "PUT") => path.Contains("/api/files/", StringComparison.Ordinal),
        ("preview", "POST") => path.EndsWith("/preview", StringComparison.Ordinal),
        ("add", "POST") => path.EndsWith("/add", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>About 3 MB, so that the upload has several pieces.</summary>
    private static string Export()
    {
        var text = new StringBuilder("ID Sellsy;Prénom;Nom;E-mail;Note;Propriétaire\n");
        var note = new string('x', 200);
        for (var row = 1; row <= Rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row};Léa;Nom{row};lea{row}@exemple.example;{note};Marie Durand\n");
        }

        return text.ToString();
    }

    private static async Task UntilLeadsAsync(string connectionString)
    {
        while ((await CountLeadsAsync(connectionString)).Leads == 0)
        {
            await Task.Yield();
        }
    }

    private static async Task<(long Leads, long Contacts)> CountLeadsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("SELECT count(*), count(DISTINCT sellsy_contact_id) FROM cadence_import.leads", connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        await reader.ReadAsync(Cancellation);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}

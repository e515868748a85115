using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Cadence.SellsyImport;
using Cadence.SellsyImport.Sqlite;
using Cadence.SellsyImport.Storage;

namespace SqliteContactPoints;

/// <summary>Measures the store itself: batches of 2,000 leads with 18 filled fields, ids ascending, through its public interface.</summary>
internal static class StoreMeasurement
{
    private static readonly CadenceUser[] Owners = [.. Enumerable.Range(0, 20).Select(id => new CadenceUser($"user-{id}", "Prénom", $"Nom {id}"))];

    private static readonly ImportInfo Import = new("measured", "contacts.csv", "sha256:00", "sha256:11", DateTimeOffset.UnixEpoch);

    private static readonly LeaseRequest Lease = new("token", "benchmark", TimeSpan.FromDays(1));

    public static async Task RunAsync(GeneratedLead[] generated, int companies)
    {
        var random = new Random(7);
        LeadBatch[] batches =
        [
            .. generated.Chunk(2_000).Select((chunk, index) => new LeadBatch(
                Import,
                index + 1,
                [.. chunk.Select((lead, row) => new LeadEntry((index * 2_000) + row + 1, Lead(lead, random.Next(companies)), Owners[random.Next(20)]))])),
        ];
        await WithStoreAsync(async sink =>
        {
            await MeasureAsync($"{generated.Length} leads, {companies} companies: AddAsync", async () =>
            {
                foreach (var batch in batches)
                {
                    await sink.AddAsync(batch, CancellationToken.None);
                }
            });
        });
        await WithStoreAsync(async sink =>
        {
            await sink.StartAsync(new(Import, "sha256:22", new byte[generated.Length], Lease));
            await MeasureAsync($"{generated.Length} leads, {companies} companies: WriteAsync", async () =>
            {
                foreach (var batch in batches)
                {
                    await sink.WriteAsync(Written(batch), CancellationToken.None);
                }
            });
            var ids = batches.Select(batch => ImmutableArray.CreateRange(batch.Entries, entry => entry.Lead.SellsyContactId)).ToArray();
            await MeasureAsync("    FindExistingAsync", async () =>
            {
                foreach (var asked in ids)
                {
                    await sink.FindExistingAsync(asked, CancellationToken.None);
                }
            });
            await MeasureAsync("    ReadLeadsAsync", async () =>
            {
                foreach (var asked in ids)
                {
                    await sink.ReadLeadsAsync(asked, CancellationToken.None);
                }
            });
            await ChangeAndUndoAsync(sink, ids);
            await UndoAsync(sink, Import.ImportId);
        });
    }

    private static async Task ChangeAndUndoAsync(SqliteLeadSink sink, ImmutableArray<string>[] ids)
    {
        var import = Import with { ImportId = "changes" };
        await sink.StartAsync(new(import, "sha256:33", ReadOnlyMemory<byte>.Empty, Lease));
        await MeasureAsync("    change every lead: ReadLeadsAsync, WriteAsync", async () =>
        {
            foreach (var (index, asked) in ids.Index())
            {
                var before = await sink.ReadLeadsAsync(asked, CancellationToken.None);
                await sink.WriteAsync(Written(new(
                    import,
                    index + 1,
                    [.. before.Select((lead, row) => new LeadEntry((index * 2_000) + row + 1, lead.Lead with { JobPosition = "Gérante" }, lead.Owner) { Before = lead })])));
            }
        });
        await UndoAsync(sink, import.ImportId);
    }

    private static async Task UndoAsync(SqliteLeadSink sink, string import)
    {
        await sink.StartUndoAsync(import, Lease);
        await MeasureAsync($"    undo {import}: ReadUndoableAsync, UndoAsync", async () =>
        {
            while (await sink.ReadUndoableAsync(import) is { } batch)
            {
                var entries = batch.Leads.Select(lead => new UndoEntry(lead.Row, lead.SellsyContactId, lead.Before is null ? UndoOutcome.Removed : UndoOutcome.Restored)
                {
                    Current = lead.Current,
                    Restored = lead.Before,
                });
                if (!await sink.UndoAsync(new(import, batch.Number, Lease, [.. entries])))
                {
                    throw new InvalidOperationException($"Batch {batch.Number} was not undone.");
                }
            }
        });
        await MeasureAsync("    EndUndoAsync", async () => Console.Write($"{await sink.EndUndoAsync(import, Lease.Token, DateTimeOffset.UnixEpoch)} "));
    }

    private static async Task WithStoreAsync(Func<SqliteLeadSink, Task> use)
    {
        var path = Path.Combine(Path.GetTempPath(), $"contact-points-{Guid.NewGuid():N}.db");
        using (var database = new SqliteDatabase(new() { DatabasePath = path }))
        {
            await use(new(database));
        }

        Console.WriteLine($"{new FileInfo(path).Length / (1 << 20)} MiB");
        File.Delete(path);
    }

    private static async Task MeasureAsync(string what, Func<Task> work)
    {
        GC.Collect();
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await work();
        var worked = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds;
        Console.WriteLine($"{what}: {clock.ElapsedMilliseconds} ms ({worked:F0} ms of processor)");
    }

    private static LedgerBatch Written(LeadBatch batch)
    {
        var outcomes = new byte[batch.Entries.Length];
        outcomes.AsSpan().Fill((byte)(batch.Entries[0].Before is null ? RowOutcome.Added : RowOutcome.Updated));
        return new(batch, Lease, batch.Entries[0].Row, outcomes, new(batch.Entries[^1].Row + 1, 0, 0));
    }

    private static Lead Lead(GeneratedLead lead, int company) => new()
    {
        SellsyContactId = lead.Id,
        FirstName = lead.Texts[0],
        LastName = lead.Texts[1],
        NamedOwner = new(lead.Texts[2], null),
        Civility = "Madame",
        JobPosition = lead.Texts[3],
        Emails = [.. lead.Emails.Select((address, index) => new LeadEmail(index == 0 ? EmailType.Primary : EmailType.Secondary, address))],
        Phones = [.. lead.Phones.Select(phone => new LeadPhone(Type(phone.Type), phone.Text, phone.E164))],
        LinkedIn = lead.Texts[4],
        Website = lead.Texts[5],
        Note = lead.Texts[6],
        Tags = [lead.Texts[7], lead.Texts[8]],
        CreatedInSellsy = new(2024, 1, 1, 10, 0, 0, DateTimeKind.Unspecified),
        ModifiedInSellsy = new(2025, 1, 1, 10, 0, 0, DateTimeKind.Unspecified),
        EmailConsent = true,
        Company = new()
        {
            SellsyId = (500_000 + company).ToString(CultureInfo.InvariantCulture),
            Name = $"Société {company}",
            City = "Bourg-en-Bresse",
            ZipCode = "01000",
            AddressLines = ["12 rue des Écoles"],
        },
    };

    private static PhoneType Type(string type) => type switch { "mobile" => PhoneType.Mobile, "fax" => PhoneType.Fax, _ => PhoneType.Phone };
}

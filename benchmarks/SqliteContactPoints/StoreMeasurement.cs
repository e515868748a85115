using System.Diagnostics;
using System.Globalization;
using Cadence.SellsyImport;
using Cadence.SellsyImport.Sqlite;

namespace SqliteContactPoints;

/// <summary>Measures the store itself: batches of 2,000 leads with 18 filled fields, ids ascending, through its public seam.</summary>
internal static class StoreMeasurement
{
    private static readonly CadenceUser[] Owners = [.. Enumerable.Range(0, 20).Select(id => new CadenceUser($"user-{id}", "Prénom", $"Nom {id}"))];

    private static readonly ImportInfo Import = new("measured", "contacts.csv", "sha256:00", "sha256:11", DateTimeOffset.UnixEpoch);

    public static async Task RunAsync(GeneratedLead[] generated, int companies)
    {
        var random = new Random(7);
        LeadBatch[] batches =
        [
            .. generated.Chunk(2_000).Select((chunk, index) => new LeadBatch(
                Import,
                index + 1,
                [.. chunk.Select((lead, row) => new LeadEntry(row + 1, Lead(lead, random.Next(companies)), Owners[random.Next(20)]))])),
        ];
        var path = Path.Combine(Path.GetTempPath(), $"contact-points-{Guid.NewGuid():N}.db");
        using (var database = new SqliteDatabase(new() { DatabasePath = path }))
        {
            var sink = new SqliteLeadSink(database);
            var processor = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            foreach (var batch in batches)
            {
                await sink.FindExistingAsync([], CancellationToken.None);
                await sink.AddAsync(batch, CancellationToken.None);
            }

            var added = clock.ElapsedMilliseconds;
            var worked = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds;
            clock.Restart();
            var found = 0;
            foreach (var batch in batches)
            {
                found += (await sink.FindExistingAsync([.. batch.Entries.Select(entry => entry.Lead.SellsyContactId)], CancellationToken.None)).Length;
            }

            Console.WriteLine($"the store, {generated.Length} leads, {companies} companies: add {added} ms ({worked:F0} ms of processor), find all {found} {clock.ElapsedMilliseconds} ms");
        }

        Console.WriteLine($"{new FileInfo(path).Length / (1 << 20)} MiB");
        File.Delete(path);
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

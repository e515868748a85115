using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Preview;

/// <summary>
/// Plans with a right checksum that no preview made. Each is refused as unreadable, or every later call on it ends as with any plan: well, or with
/// a <see cref="SellsyImportException"/>.
/// </summary>
public sealed class CraftedPlanTests
{
    private const int HeaderLength = 8 + sizeof(int) + SHA256.HashSizeInBytes;

    private const int BytesOfVersions = 256 * sizeof(long);

    private const string Csv =
        "ID CONTACT;PRENOM CONTACT;NOM CONTACT;Propriétaire;SOCIETE;ID SOCIETE;DATE CREATION CONTACT\r\n"
        + "1;Anne;Petit;Marie Durand;Dupont, Martin & Fils;5;13/02/2024\r\n"
        + "2;Luc;Grand;Paul Martin;Alpha, Omega;;01/02/2024\r\n"
        + "1;Anne;Petite;Marie Durand;Béta;;02/03/2024\r\n"
        + "3;;Vide;Inconnu;Béta;;\r\n"
        + "5;Léa;Active;Marie Durand;Béta;;\r\n"
        + "4;Zoé;Tard;Marie Durand\r\n";

    private static readonly JsonNode?[] Values =
    [
        null, true, -1, 0, 1, 7, int.MaxValue, long.MaxValue, long.MinValue, 1.5, "", "x", "\ud800", new JsonArray(), new JsonArray(null, null), new JsonObject(),
    ];

    [Theory]
    [InlineData(RepeatedContacts.FirstWins)]
    [InlineData(RepeatedContacts.LastWins)]
    [InlineData(RepeatedContacts.Merge)]
    public async Task A_plan_is_written_as_the_same_bytes_again_after_it_was_read(RepeatedContacts repeated)
    {
        var bytes = await PlanAsync(repeated);

        var read = PlanFile.Read(bytes);

        Assert.Equal(bytes, PlanFile.Write(read.Plan, read.Selection));
        await UseAsync(read.Plan);
    }

    [Fact]
    public async Task Every_member_is_taken_out_and_replaced_and_told_twice()
    {
        var bytes = await PlanAsync(RepeatedContacts.Merge);
        var (json, verdicts) = Parts(bytes);
        var places = PlacesOf(JsonNode.Parse(json)!).ToList();
        Assert.True(places.Count > 150, $"{places.Count} members were taken apart.");
        foreach (var place in places.Where((_, index) => index % LongProof.Count(sample: 3, all: 1) == 0))
        {
            foreach (var value in Values)
            {
                await TryAsync(Changed(json, verdicts, place, (parent, key) => Set(parent, key, value?.DeepClone())));
            }

            await TryAsync(Changed(json, verdicts, place, Remove));
            if (place.Key is string name)
            {
                Assert.Equal(ErrorCodes.PlanUnreadable, Refusal(Changed(json, verdicts, place, (parent, _) => parent.AsObject().Add($"{name}!", true))));
            }
        }
    }

    [Fact]
    public async Task A_member_that_stands_there_twice_is_refused()
    {
        var (json, verdicts) = Parts(await PlanAsync(RepeatedContacts.Merge));
        var text = Encoding.UTF8.GetString(json);
        foreach (var name in new[] { "\"FileName\"", "\"FirstIdByName\"", "\"Undecided\"", "\"Marie Durand\"", "\"béta\"" })
        {
            var place = text.IndexOf(name + ":", StringComparison.Ordinal);
            if (place < 0)
            {
                continue;
            }

            var twice = text.Insert(place, $"{name}:null,");
            Assert.Equal(ErrorCodes.PlanUnreadable, Refusal(Whole(Encoding.UTF8.GetBytes(twice), verdicts)));
        }
    }

    [Fact]
    public async Task Every_byte_is_changed_and_taken_out_and_put_in_and_the_rest_cut_off()
    {
        var bytes = await PlanAsync(RepeatedContacts.Merge);
        for (var place = HeaderLength; place < bytes.Length; place += LongProof.Count(sample: 15, all: 1))
        {
            // Any number is a version, so that a few bytes of them stand for all.
            if (place < bytes.Length - BytesOfVersions + sizeof(long))
            {
                await TryAsync(Signed([.. bytes[..place], (byte)(bytes[place] ^ 0x20), .. bytes[(place + 1)..]]));
                await TryAsync(Signed([.. bytes[..place], 0xff, .. bytes[(place + 1)..]]));
                await TryAsync(Signed([.. bytes[..place], .. bytes[(place + 1)..]]));
                await TryAsync(Signed([.. bytes[..place], bytes[place], .. bytes[place..]]));
            }

            Assert.Equal(ErrorCodes.PlanUnreadable, Refusal(Signed(bytes[..place])));
        }

        Assert.Equal(ErrorCodes.PlanUnreadable, Refusal(Signed([.. bytes, 0])));
    }

    [Theory]
    [InlineData(RepeatedContacts.FirstWins)]
    [InlineData(RepeatedContacts.LastWins)]
    [InlineData(RepeatedContacts.Merge)]
    public async Task Every_number_of_the_verdicts_is_negated_and_enlarged(RepeatedContacts repeated)
    {
        var bytes = await PlanAsync(repeated);
        var first = HeaderLength + sizeof(int) + Parts(bytes).Json.Length;
        for (var place = first; place < bytes.Length - BytesOfVersions; place++)
        {
            foreach (var value in new[] { -1L, 0, 1, 2, 3, 6, 7, 1L << 31, 1L << 40, long.MaxValue, long.MinValue })
            {
                var changed = bytes.ToArray();
                BinaryPrimitives.WriteInt64LittleEndian(changed.AsSpan(place), value);
                await TryAsync(Signed(changed));
            }
        }
    }

    [Fact]
    public async Task A_stream_that_starts_as_no_plan_is_not_read_to_its_end()
    {
        using var stream = new MemoryStream(new byte[1 << 20]);

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => ImportPlan.LoadAsync(stream, ImportHost.Cancellation));

        Assert.Equal((ErrorCodes.PlanUnreadable, true), (exception.Code, stream.Position < 100));
    }

    private static async Task<byte[]> PlanAsync(RepeatedContacts repeated)
    {
        using var host = Host(repeated);
        var source = ImportHost.Source(Csv);
        var mapping = (await host.Importer.OpenAsync(source, ImportHost.Cancellation)).Suggestion.Mapping;
        var options = new PreviewOptions
        {
            Decisions = OwnerDecisions.None.With("Marie Durand", "u1").ForUnknown("u2"),
            MatchDecisions = MatchDecisions.None.WithSame("4", "9").WithNew("8").ForOthers(MatchDecision.New),
        };
        return PlanFile.Write(await host.Importer.PreviewAsync(source, mapping, options, cancellationToken: ImportHost.Cancellation), RowSelection.All);
    }

    /// <summary>A host whose matcher finds a lead for the last row.</summary>
    private static ImportHost Host(RepeatedContacts repeated = RepeatedContacts.FirstWins) => new(
        options => options.RepeatedContacts = repeated,
        services => services.AddSingleton<ILeadMatcher>(new ContactMatcher("4", "9")),
        Store());

    private static InMemoryLedgerSink Store()
    {
        var store = new InMemoryLedgerSink();
        store.PutLead(new() { SellsyContactId = "5", FirstName = "Léa" }, ImportHost.Helene);
        store.PutLead(new() { SellsyContactId = "9", FirstName = "Zo" }, ImportHost.Helene);
        return store;
    }

    private static async Task TryAsync(byte[] bytes)
    {
        ImportPlan plan;
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            plan = PlanFile.Read(bytes).Plan;
        }
        catch (SellsyImportException exception)
        {
            Assert.Equal(ErrorCodes.PlanUnreadable, exception.Code);
            return;
        }
        finally
        {
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 2 << 20, "More memory was taken than the bytes of the plan explain.");
        }

        await UseAsync(plan);
    }

    /// <summary>Calls everything that a plan can be given to.</summary>
    private static async Task UseAsync(ImportPlan plan)
    {
        var source = ImportHost.Source(Csv);
        using var host = Host();
        try
        {
            await host.Importer.ReadPreviewAsync(source, plan, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
            foreach (var query in new RowQuery[] { new() { Status = RowStatus.Error }, new() { Code = IssueCodes.OwnerUnknown }, new() { Owner = new("Marie Durand", null) } })
            {
                await host.Importer.ReadPreviewAsync(source, plan, query, ImportHost.Cancellation);
            }

            Assert.All(plan.Findings, finding => ImportTexts.French.IssueText(finding));
            var changing = plan.WithExistingLeads(plan.PolicyCounts[^1].Policy);
            var report = await host.Importer.AddAsync(source, changing, cancellationToken: ImportHost.Cancellation);
            Assert.True(report.Counts.IsBalanced);
            using var rejected = new MemoryStream();
            await host.Importer.WriteRejectedRowsAsync(source, report, rejected, ImportTexts.English, ImportHost.Cancellation);
        }
        catch (SellsyImportException)
        {
            // The plan does not fit the file or the host, which is told as it is of any plan.
        }
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<SellsyImportException>(() => PlanFile.Read(bytes)).Code;

    private static (byte[] Json, byte[] Verdicts) Parts(byte[] bytes)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(HeaderLength));
        var json = HeaderLength + sizeof(int);
        return (bytes[json..(json + length)], bytes[(json + length)..]);
    }

    private static byte[] Whole(byte[] json, byte[] verdicts)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
        return Signed([.. "CdSiPlan"u8, PlanFile.Version, 0, 0, 0, .. new byte[SHA256.HashSizeInBytes], .. length, .. json, .. verdicts]);
    }

    private static byte[] Signed(byte[] bytes)
    {
        SHA256.HashData(bytes.AsSpan(HeaderLength), bytes.AsSpan(HeaderLength - SHA256.HashSizeInBytes));
        return bytes;
    }

    private static byte[] Changed(byte[] json, byte[] verdicts, (object[] Path, object Key) place, Action<JsonNode, object> change)
    {
        var root = JsonNode.Parse(json)!;
        var parent = place.Path.Aggregate(root, (node, key) => key is string name ? node[name]! : node[(int)key]!);
        change(parent, place.Key);
        return Whole(JsonSerializer.SerializeToUtf8Bytes(root), verdicts);
    }

    private static void Set(JsonNode parent, object key, JsonNode? value)
    {
        if (key is string name)
        {
            parent[name] = value;
        }
        else
        {
            parent[(int)key] = value;
        }
    }

    private static void Remove(JsonNode parent, object key)
    {
        if (key is string name)
        {
            parent.AsObject().Remove(name);
        }
        else
        {
            parent.AsArray().RemoveAt((int)key);
        }
    }

    private static IEnumerable<(object[] Path, object Key)> PlacesOf(JsonNode? node, params object[] path)
    {
        IEnumerable<(object Key, JsonNode? Value)> members = node switch
        {
            JsonObject named => named.Select(member => ((object)member.Key, member.Value)),
            JsonArray items => items.Take(2).Select((item, index) => ((object)index, item)),
            _ => [],
        };
        return members.SelectMany(member => PlacesOf(member.Value, [.. path, member.Key]).Prepend((path, member.Key)));
    }

    private sealed class ContactMatcher(string contact, string existing) : ILeadMatcher
    {
        public string Name => "contact";

        public string Version => "1";

        public ValueTask<ImmutableArray<string?>> MatchAsync(
            string sellsyAccount, ImmutableArray<CheckedLead> leads, CancellationToken cancellationToken = default) =>
            new([.. leads.Select(lead => lead.Lead.SellsyContactId == contact ? existing : null)]);
    }
}

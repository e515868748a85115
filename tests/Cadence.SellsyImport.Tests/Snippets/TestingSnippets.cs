using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Snippets;

/// <summary>The code of docs/testing.md.</summary>
public sealed class TestingSnippets
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_of_invented_people()
    {
        using var stream = new MemoryStream();

        var generator = new SellsyExportGenerator(new SellsyExportOptions
        {
            Seed = 42,
            Rows = 10_000,
            Family = HeadingFamily.FrenchList,
            Encoding = SellsyExportEncoding.Windows1252,
            Owners = 12,
        });
        await generator.WriteAsync(stream, Cancellation);
        var users = new FixedUserProvider(generator.Users);

        Assert.Equal(12, (await users.GetUsersAsync(Cancellation)).Count);
        Assert.InRange(stream.Length, 3_500_000, 5_000_000);
    }

    [Fact]
    public async Task A_lost_answer()
    {
        var import = new ImportInfo("import-1", "contacts.csv", "sha256:f", "sha256:m", new(2026, 4, 3, 12, 0, 0, TimeSpan.Zero));
        var owner = new CadenceUser("1", "Hélène", "Brûlé");
        var batch = new LeadBatch(import, 1, [new LeadEntry(1, new Lead { SellsyContactId = "10000001" }, owner)]);

        var store = new InMemoryLeadSink();
        var sink = new FaultInjectingLeadSink(store, callNumber: 1, SinkFault.DoThenFail);

        await Assert.ThrowsAsync<InjectedFaultException>(async () => await sink.AddAsync(batch, Cancellation));
        await sink.AddAsync(batch, Cancellation);

        Assert.Single(store.Leads);
    }

    [Fact]
    public async Task A_stream_that_breaks()
    {
        var bytes = new SellsyExportGenerator().ToBytes();

        await using var stream = new FaultInjectingStream(new MemoryStream(bytes))
        {
            MaxBytesPerRead = 1,
            AllowSeeking = false,
            FailAfterBytes = 1_000,
        };

        await Assert.ThrowsAsync<InjectedFaultException>(() => stream.CopyToAsync(Stream.Null, Cancellation));
    }
}

using Cadence.SellsyImport.Storage;
using Xunit;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// What every <see cref="IImportSessionStore"/> promises, as tests: derive a class from it, and the runner finds them. Each test has its own instance,
/// and so its own store, which is empty when the test starts.
/// </summary>
public abstract class ImportSessionStoreConformance : IAsyncLifetime
{
    private const string Document = "session";

    private readonly string _id = StoredFile.NewId();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens the store of this test; called several times, as by several servers that share it.</summary>
    /// <returns>The store.</returns>
    protected abstract ValueTask<IImportSessionStore> OpenStoreAsync();

    /// <summary>Makes the store ready. By default nothing is done.</summary>
    /// <returns>A task that ends when the store is ready.</returns>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Removes the store. By default nothing is done.</summary>
    /// <returns>A task that ends when the store is removed.</returns>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A test.</summary>
    /// <param name="length">The length of the document.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000_000)]
    public async Task A_document_comes_back_byte_for_byte_on_another_server(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);

        Assert.Equal(1, await WriteAsync(await OpenStoreAsync(), bytes, expected: 0));

        var read = await (await OpenStoreAsync()).ReadAsync(_id, Document, Cancellation);
        Assert.Equal(1, read!.Version);
        Assert.Equal(bytes, read.Bytes);
    }

    /// <summary>A test.</summary>
    /// <param name="sessionId">An id that no session has.</param>
    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    public async Task A_document_that_is_not_there_is_none(string sessionId)
    {
        var store = await OpenStoreAsync();
        await WriteAsync(store, "x"u8.ToArray(), expected: null);

        Assert.Null(await store.ReadAsync(sessionId, Document, Cancellation));
        Assert.Null(await store.ReadAsync(_id, "plan", Cancellation));
    }

    /// <summary>A test.</summary>
    [Fact]
    public async Task A_document_of_another_version_is_not_overwritten()
    {
        var store = await OpenStoreAsync();

        Assert.Null(await WriteAsync(store, "a"u8.ToArray(), expected: 1));
        Assert.Equal(1, await WriteAsync(store, "b"u8.ToArray(), expected: 0));
        Assert.Null(await WriteAsync(store, "c"u8.ToArray(), expected: 0));
        Assert.Null(await WriteAsync(store, "d"u8.ToArray(), expected: 2));
        Assert.Equal(2, await WriteAsync(store, "e"u8.ToArray(), expected: 1));
        Assert.Equal(3, await WriteAsync(store, "f"u8.ToArray(), expected: null));
        Assert.Null(await WriteAsync(store, "g"u8.ToArray(), expected: 2));

        var read = await store.ReadAsync(_id, Document, Cancellation);
        Assert.Equal(3, read!.Version);
        Assert.Equal("f"u8.ToArray(), read.Bytes);
    }

    /// <summary>A test.</summary>
    [Fact]
    public async Task Servers_that_change_a_document_at_once_lose_no_change()
    {
        const int Servers = 6;
        const int Changes = 5;
        await WriteAsync(await OpenStoreAsync(), [0], expected: 0);

        await Task.WhenAll(Enumerable.Range(0, Servers).Select(_ => Task.Run(async () =>
        {
            var store = await OpenStoreAsync();
            for (var changes = 0; changes < Changes;)
            {
                var read = (await store.ReadAsync(_id, Document, Cancellation))!;
                changes += await WriteAsync(store, [(byte)(read.Bytes.Span[0] + 1)], read.Version) is null ? 0 : 1;
            }
        })));

        var last = await (await OpenStoreAsync()).ReadAsync(_id, Document, Cancellation);
        Assert.Equal(1 + (Servers * Changes), last!.Version);
        Assert.Equal(Servers * Changes, last.Bytes.Span[0]);
    }

    /// <summary>A test.</summary>
    [Fact]
    public async Task A_deleted_session_is_gone_with_all_its_documents_and_the_others_stay()
    {
        var (store, other) = (await OpenStoreAsync(), StoredFile.NewId());
        await WriteAsync(store, "a"u8.ToArray(), expected: 0);
        await store.WriteAsync(_id, "plan", "b"u8.ToArray(), expectedVersion: null, Cancellation);
        await store.WriteAsync(other, "plan", "c"u8.ToArray(), expectedVersion: null, Cancellation);
        Assert.Equal(new[] { _id, other }.Order(StringComparer.Ordinal), await IdsAsync(store));

        await store.DeleteAsync(_id, Cancellation);
        await store.DeleteAsync(_id, Cancellation);

        Assert.Null(await store.ReadAsync(_id, Document, Cancellation));
        Assert.Null(await store.ReadAsync(_id, "plan", Cancellation));
        Assert.Equal([other], await IdsAsync(store));
    }

    private static async Task<List<string>> IdsAsync(IImportSessionStore store)
    {
        var ids = new List<string>();
        await foreach (var id in store.ReadAllAsync(Cancellation))
        {
            ids.Add(id);
        }

        return [.. ids.Order(StringComparer.Ordinal)];
    }

    private ValueTask<long?> WriteAsync(IImportSessionStore store, byte[] bytes, long? expected) =>
        store.WriteAsync(_id, Document, bytes, expected, Cancellation);
}

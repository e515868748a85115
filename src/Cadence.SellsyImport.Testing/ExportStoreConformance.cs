using System.Text;
using Cadence.SellsyImport.Storage;
using Xunit;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// What every <see cref="IExportStore"/> promises, as tests: derive a class from it, and the runner finds them. Each test has its own instance, and so
/// its own store, which is empty when the test starts.
/// </summary>
public abstract class ExportStoreConformance : IAsyncLifetime
{
    private const int MiB = 1 << 20;

    private static readonly DateTimeOffset CreatedAt = new(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens the store of this test; called several times, as by several servers that share it.</summary>
    /// <returns>The store.</returns>
    protected abstract ValueTask<IExportStore> OpenStoreAsync();

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
    /// <param name="name">The name of the file.</param>
    [Theory]
    [InlineData("contacts.csv")]
    [InlineData("../../etc/passwd")]
    [InlineData("C:\\windows\\system.ini")]
    [InlineData("<img src=x onerror=alert(1)>'; DROP TABLE files; --.csv")]
    [InlineData("Contacts d’été 👩‍🚀 ‮vsc.é")]
    public async Task What_is_known_of_a_file_comes_back_as_it_was_given(string name)
    {
        var (store, file) = (await OpenStoreAsync(), NewFile(10) with { Name = name, User = $"user of {name}" });

        await store.CreateAsync(file, Cancellation);

        Assert.Equal(file, await (await OpenStoreAsync()).FindAsync(file.Id, Cancellation));
    }

    /// <summary>A test.</summary>
    /// <param name="fileId">An id that no file has.</param>
    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    public async Task A_file_that_is_not_there_is_none(string fileId)
    {
        var store = await OpenStoreAsync();

        Assert.Null(await store.FindAsync(fileId, Cancellation));
        Assert.Empty(await AllAsync(store));
    }

    /// <summary>A test.</summary>
    [Fact]
    public async Task A_file_that_is_not_there_cannot_be_appended_to_or_opened_and_may_be_deleted()
    {
        var (store, id) = (await OpenStoreAsync(), StoredFile.NewId());

        await Assert.ThrowsAsync<FileNotFoundException>(async () => await store.AppendAsync(id, 0, new byte[1], Cancellation));
        await Assert.ThrowsAsync<FileNotFoundException>(async () => await store.OpenAsync(id, Cancellation));
        await store.DeleteAsync(id, Cancellation);
        Assert.Empty(await AllAsync(store));
    }

    /// <summary>A test.</summary>
    /// <param name="seed">Decides on the bytes and on the length of each piece.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pieces_of_any_length_make_the_file_and_are_read_at_any_place(int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[(3 * MiB) + seed];
        random.NextBytes(bytes);
        int[] lengths = [1, 0, MiB, 17, MiB + 5, 4_096];
        var (store, file) = (await OpenStoreAsync(), NewFile(bytes.Length));
        await store.CreateAsync(file, Cancellation);

        for (var (offset, piece) = (0, seed); offset < bytes.Length; piece++)
        {
            var length = Math.Min(lengths[piece % lengths.Length], bytes.Length - offset);
            Assert.Equal(offset + length, await store.AppendAsync(file.Id, offset, bytes.AsMemory(offset, length), Cancellation));
            offset += length;
        }

        Assert.Equal(file with { Received = bytes.Length }, await store.FindAsync(file.Id, Cancellation));
        await using var stream = await (await OpenStoreAsync()).OpenAsync(file.Id, Cancellation);
        Assert.Equal((true, true, (long)bytes.Length, 0L), (stream.CanRead, stream.CanSeek, stream.Length, stream.Position));
        Assert.Equal(bytes, await ReadAsync(stream, bytes.Length));
        Assert.Equal(0, await stream.ReadAsync(new byte[1], Cancellation));
        foreach (var place in new[] { 0, MiB, MiB - 1, bytes.Length - 1, 2 * MiB, random.Next(bytes.Length), random.Next(bytes.Length) })
        {
            stream.Position = place;
            var length = Math.Min(100, bytes.Length - place);
            Assert.Equal(bytes[place..(place + length)], await ReadAsync(stream, length));
        }

        Assert.Equal(bytes.Length - 3, stream.Seek(-3, SeekOrigin.End));
        Assert.Equal(bytes[^3], stream.ReadByte());
        Assert.Equal(bytes.Length - 1, stream.Seek(1, SeekOrigin.Current));
        Assert.Equal(0, stream.Seek(0, SeekOrigin.Begin));
    }

    /// <summary>A test.</summary>
    [Fact]
    public async Task A_piece_that_starts_elsewhere_is_not_appended()
    {
        var (store, file) = (await OpenStoreAsync(), NewFile(10));
        await store.CreateAsync(file, Cancellation);
        await store.AppendAsync(file.Id, 0, "abc"u8.ToArray(), Cancellation);

        Assert.Equal(3, await store.AppendAsync(file.Id, 0, "abc"u8.ToArray(), Cancellation));
        Assert.Equal(3, await store.AppendAsync(file.Id, 4, "x"u8.ToArray(), Cancellation));
        Assert.Equal(4, await store.AppendAsync(file.Id, 3, "d"u8.ToArray(), Cancellation));
        await using var stream = await store.OpenAsync(file.Id, Cancellation);
        Assert.Equal("abcd", Encoding.ASCII.GetString(await ReadAsync(stream, 4)));
    }

    /// <summary>A test.</summary>
    [Fact]
    public async Task Of_servers_that_append_the_same_piece_at_once_one_does()
    {
        var file = NewFile(100);
        await (await OpenStoreAsync()).CreateAsync(file, Cancellation);

        for (var offset = 0; offset < 10; offset++)
        {
            var start = offset;
            var received = await Task.WhenAll(Enumerable.Range(0, 8).Select(server => Task.Run(async () =>
                await (await OpenStoreAsync()).AppendAsync(file.Id, start, new[] { (byte)start }, Cancellation))));
            Assert.Equal(Enumerable.Repeat(start + 1L, 8), received);
        }

        await using var stream = await (await OpenStoreAsync()).OpenAsync(file.Id, Cancellation);
        Assert.Equal(Enumerable.Range(0, 10).Select(value => (byte)value), await ReadAsync(stream, 10));
    }

    /// <summary>A test.</summary>
    [Fact]
    public async Task An_opened_stream_has_the_bytes_that_had_arrived()
    {
        var (store, file) = (await OpenStoreAsync(), NewFile(10));
        await store.CreateAsync(file, Cancellation);
        await using var empty = await store.OpenAsync(file.Id, Cancellation);
        Assert.Equal(0, await empty.ReadAsync(new byte[1], Cancellation));

        await store.AppendAsync(file.Id, 0, "abcdef"u8.ToArray(), Cancellation);

        await using var one = await store.OpenAsync(file.Id, Cancellation);
        await using var other = await store.OpenAsync(file.Id, Cancellation);
        Assert.Equal("abc", Encoding.ASCII.GetString(await ReadAsync(one, 3)));
        Assert.Equal("abcdef", Encoding.ASCII.GetString(await ReadAsync(other, 6)));
        Assert.Equal("def", Encoding.ASCII.GetString(await ReadAsync(one, 3)));
    }

    /// <summary>A test.</summary>
    [Fact]
    public async Task A_deleted_file_is_gone_and_the_others_stay()
    {
        var store = await OpenStoreAsync();
        StoredFile[] files = [NewFile(1), NewFile(2), NewFile(3)];
        foreach (var file in files)
        {
            await store.CreateAsync(file, Cancellation);
            await store.AppendAsync(file.Id, 0, new byte[1], Cancellation);
        }

        await store.DeleteAsync(files[1].Id, Cancellation);
        await store.DeleteAsync(files[1].Id, Cancellation);

        Assert.Null(await store.FindAsync(files[1].Id, Cancellation));
        var kept = new[] { files[0], files[2] }.Select(file => file with { Received = 1 });
        Assert.Equal(kept.OrderBy(file => file.Id, StringComparer.Ordinal), (await AllAsync(store)).OrderBy(file => file.Id, StringComparer.Ordinal));
    }

    private static StoredFile NewFile(long size) => new(StoredFile.NewId(), "contacts.csv", size, "anna", CreatedAt, Received: 0);

    private static async Task<List<StoredFile>> AllAsync(IExportStore store)
    {
        var files = new List<StoredFile>();
        await foreach (var file in store.ReadAllAsync(Cancellation))
        {
            files.Add(file);
        }

        return files;
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int length)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, Cancellation);
        return bytes;
    }
}

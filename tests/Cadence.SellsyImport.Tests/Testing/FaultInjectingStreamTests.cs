using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Testing;

public sealed class FaultInjectingStreamTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_hands_out_one_byte_at_a_time_and_loses_none()
    {
        await using var stream = new FaultInjectingStream(new MemoryStream([1, 2, 3])) { MaxBytesPerRead = 1 };
        var buffer = new byte[8];

        Assert.Equal(1, await stream.ReadAsync(buffer, Cancellation));
        Assert.Equal(1, stream.Read(buffer, 1, 7));
        Assert.Equal(1, await stream.ReadAsync(buffer.AsMemory(2), Cancellation));
        Assert.Equal(0, await stream.ReadAsync(buffer, Cancellation));
        Assert.Equal([1, 2, 3], buffer[..3]);
    }

    [Fact]
    public void It_cannot_seek_where_that_is_not_allowed()
    {
        using var stream = new FaultInjectingStream(new MemoryStream([1])) { AllowSeeking = false };

        Assert.False(stream.CanSeek);
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.Position);
        Assert.Throws<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
    }

    [Fact]
    public async Task It_breaks_after_exactly_the_bytes_that_were_asked_for()
    {
        await using var stream = new FaultInjectingStream(new MemoryStream(new byte[10])) { FailAfterBytes = 4 };
        var buffer = new byte[8];

        Assert.Equal(4, await stream.ReadAsync(buffer, Cancellation));
        var exception = await Assert.ThrowsAsync<InjectedFaultException>(() => stream.ReadAsync(buffer, Cancellation).AsTask());

        Assert.Equal("The stream broke after 4 bytes, as the test asked.", exception.Message);
        Assert.Throws<InjectedFaultException>(() => stream.Read(buffer));
    }

    [Fact]
    public async Task It_hangs_until_it_is_cancelled()
    {
        await using var stream = new FaultInjectingStream(new MemoryStream(new byte[10])) { HangAfterBytes = 2 };
        var buffer = new byte[8];
        using var cancellation = new CancellationTokenSource();
        Assert.Equal(2, await stream.ReadAsync(buffer, cancellation.Token));

        var hanging = stream.ReadAsync(buffer, cancellation.Token).AsTask();
        Assert.False(hanging.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        Assert.Throws<InvalidOperationException>(() => stream.Read(buffer));
    }

    [Fact]
    public void It_seeks_as_the_other_stream_does_and_disposes_it()
    {
        var inner = new MemoryStream([1, 2, 3]);
        var stream = new FaultInjectingStream(inner);

        stream.Seek(2, SeekOrigin.Begin);
        Assert.Equal((3, stream.ReadByte(), 3), (stream.Length, 3, stream.Position));
        stream.Dispose();

        Assert.True(stream.IsDisposed);
        Assert.False(inner.CanRead);
        Assert.Throws<ObjectDisposedException>(() => stream.ReadByte());
    }
}

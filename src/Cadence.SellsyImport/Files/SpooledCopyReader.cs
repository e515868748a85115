using Microsoft.Win32.SafeHandles;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Reads a copy of <see cref="SpooledStream"/>, which has no name, from its start. Any number of readers may be open. The file stays until the
/// copy and its last reader are disposed.
/// </summary>
internal sealed class SpooledCopyReader : FileStream
{
    private SafeFileHandle? _copy;

    private SpooledCopyReader(SafeFileHandle copy)
        : base(new SafeFileHandle(copy.DangerousGetHandle(), ownsHandle: false), FileAccess.Read, bufferSize: 0)
    {
        _copy = copy;
        Position = 0;
    }

    /// <exception cref="ObjectDisposedException">The copy is disposed.</exception>
    public static SpooledCopyReader Open(FileStream copy)
    {
        var (handle, isHeld) = (copy.SafeFileHandle, false);
        handle.DangerousAddRef(ref isHeld);
        try
        {
            return new(handle);
        }
        catch
        {
            handle.DangerousRelease();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync().ConfigureAwait(false);
        Dispose(disposing: true);
    }

    // Without the reference, the number of the handle could be given to another file while this one is read.
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Interlocked.Exchange(ref _copy, null)?.DangerousRelease();
    }
}

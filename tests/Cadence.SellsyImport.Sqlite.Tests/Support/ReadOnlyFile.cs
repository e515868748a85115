using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Cadence.SellsyImport.Sqlite.Tests.Support;

/// <summary>A file that cannot be written until this is disposed: by its mode, or for root, who ignores modes, by its immutable attribute.</summary>
internal sealed class ReadOnlyFile : IDisposable
{
    private readonly string _path;

    private ReadOnlyFile(string path) => _path = path;

    public static bool TryMake(string path, [NotNullWhen(true)] out ReadOnlyFile? file)
    {
        File.SetAttributes(path, FileAttributes.ReadOnly);
        file = new(path);
        if (!CanWrite(path))
        {
            return true;
        }

        Chattr("+i", path);
        if (!CanWrite(path))
        {
            return true;
        }

        file.Dispose();
        file = null;
        return false;
    }

    public void Dispose()
    {
        Chattr("-i", _path);
        File.SetAttributes(_path, FileAttributes.Normal);
    }

    private static bool CanWrite(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            return true;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    private static void Chattr(string attribute, string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo("chattr", [attribute, path]) { RedirectStandardError = true });
            process?.WaitForExit();
        }
        catch (Win32Exception)
        {
            // There is no chattr; the caller sees that the file can still be written.
        }
    }
}

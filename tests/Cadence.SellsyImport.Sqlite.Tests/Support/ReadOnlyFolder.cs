using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Cadence.SellsyImport.Sqlite.Tests.Support;

/// <summary>A folder in which no file can be created until this is disposed: by its mode, or for root by its immutable attribute.</summary>
internal sealed class ReadOnlyFolder : IDisposable
{
    private const UnixFileMode Reading = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    private readonly string _path;

    private ReadOnlyFolder(string path) => _path = path;

    public static bool TryMake(string path, [NotNullWhen(true)] out ReadOnlyFolder? folder)
    {
        folder = new(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Reading);
            if (!CanCreate(path))
            {
                return true;
            }

            Chattr("+i", path);
            if (!CanCreate(path))
            {
                return true;
            }
        }

        folder.Dispose();
        folder = null;
        return false;
    }

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            Chattr("-i", _path);
            File.SetUnixFileMode(_path, Reading | UnixFileMode.UserWrite);
        }
    }

    private static bool CanCreate(string path)
    {
        try
        {
            using var stream = new FileStream(Path.Combine(path, "probe"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    private static void Chattr(string attribute, string path)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("chattr", [attribute, path]) { RedirectStandardError = true });
            process?.WaitForExit();
        }
        catch (Win32Exception)
        {
            // There is no chattr; the caller sees that files can still be created.
        }
    }
}

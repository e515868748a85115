using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Cadence.SellsyImport.Sqlite.Tests.Support;

/// <summary>A folder that holds only so many bytes, a tmpfs, where this user may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cadence-small-disk-");

    private SmallDisk()
    {
    }

    public string Folder => _folder.FullName;

    public static SmallDisk? TryMount(int kilobytes)
    {
        var disk = new SmallDisk();
        if (Run("mount", "-t", "tmpfs", "-o", Size(kilobytes), "tmpfs", disk.Folder))
        {
            return disk;
        }

        disk._folder.Delete();
        return null;
    }

    /// <summary>Makes it the folder of another user.</summary>
    public void GiveTo(string user) => Assert.True(Run("chown", user, Folder));

    /// <summary>Gives it another size; what is on it stays.</summary>
    public void Resize(int kilobytes) => Assert.True(Run("mount", "-o", $"remount,{Size(kilobytes)}", Folder));

    public void Dispose()
    {
        Run("umount", Folder);
        _folder.Delete();
    }

    private static string Size(int kilobytes) => string.Create(CultureInfo.InvariantCulture, $"size={kilobytes}k");

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

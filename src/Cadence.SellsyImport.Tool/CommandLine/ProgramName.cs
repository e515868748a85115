using System.Reflection;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>The program as it was started, for the help and for messages that name a command to run.</summary>
internal static class ProgramName
{
    public const string Name = "sellsy-import";

    /// <summary>The command of the installed tool, or <c>dotnet</c> with what it was given.</summary>
    public static string Current { get; } = Of(Environment.ProcessPath, Environment.GetCommandLineArgs()[0]);

    /// <summary>The version of the package.</summary>
    public static string Version { get; } =
        typeof(ProgramName).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <param name="process">The program of the process.</param>
    /// <param name="assembly">The file that holds this code.</param>
    public static string Of(string? process, string assembly)
    {
        var started = Path.GetFileNameWithoutExtension(process);
        if (started != "dotnet")
        {
            return started ?? Name;
        }

        // A tool of a manifest is run from the packages of the user.
        var folders = assembly.Split('/', '\\');
        return folders.Contains("tools") && folders.Contains("any") ? $"dotnet {Name}" : $"dotnet {folders[^1]}";
    }
}

using System.CommandLine;
using System.CommandLine.Invocation;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary><c>--version</c>: the name of the package's command with its version.</summary>
internal sealed class VersionText : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.WriteLine($"{ProgramName.Name} {ProgramName.Version}");
        return 0;
    }
}

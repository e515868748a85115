using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>
/// What the console itself says, in the language that was chosen; what the library says comes from <see cref="Library"/>. The other parts
/// of this type hold the texts of the command line and of the commands.
/// </summary>
internal sealed partial class ConsoleTexts
{
    private ConsoleTexts(ImportTexts library) => Library = library;

    public static ConsoleTexts French { get; } = new(ImportTexts.French);

    public static ConsoleTexts English { get; } = new(ImportTexts.English);

    /// <summary>The texts of statuses, issues and errors.</summary>
    public ImportTexts Library { get; }

    /// <summary>The texts that <c>--lang</c> asks for: French unless it says <c>en</c>; read ahead, so that a wrong command line is told in them.</summary>
    public static ConsoleTexts Of(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i + 1 < arguments.Count; i++)
        {
            if (arguments[i] == "--lang" && arguments[i + 1] == "en")
            {
                return English;
            }
        }

        return French;
    }

    private string Say(string french, string english) => ReferenceEquals(this, French) ? french : english;
}

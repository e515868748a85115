using System.CommandLine;
using Cadence.SellsyImport.Tool.CommandLine;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class HelpTests : IDisposable
{
    private const int Width = 80;

    private readonly ConsoleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Commands => new(
        from language in new[] { "fr", "en" }
        from command in Usage.Runnable(CommandTree.Build()).Select(command => command.Name).Append("")
        select (language, command));

    [Theory]
    [MemberData(nameof(Commands))]
    public Task Every_command_has_a_help_of_80_columns_that_explains_each_option(string language, string command) =>
        ConsoleFolder.InLanguageAsync(language == "en" ? ImportTexts.English : ImportTexts.French, () => CheckHelp(command));

    [Fact]
    public async Task The_help_of_a_command_names_the_program_as_it_was_started()
    {
        var help = (await _folder.RunProcessAsync("preview", "--help", "--lang", "en")).Succeeded();

        Assert.StartsWith("Shows every row with its status; writes nothing.", help.Output, StringComparison.Ordinal);
        Assert.Contains("  dotnet sellsy-import.dll preview FILE [options]", help.Output, StringComparison.Ordinal);
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public async Task Without_a_command_the_help_is_shown_and_nothing_is_written()
    {
        var bare = (await _folder.RunAsync()).Succeeded();
        var help = (await _folder.RunAsync("--help")).Succeeded();

        Assert.Equal(help.Output, bare.Output);
        Assert.Contains("Commandes :", help.Output, StringComparison.Ordinal);
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public async Task The_version_is_that_of_the_package()
    {
        var run = (await _folder.RunAsync("--version")).Succeeded();

        Assert.Matches("^sellsy-import [0-9]+[.][0-9]+[.][0-9]+(-[a-z0-9.]+)?$", run.Output.TrimEnd());
    }

    [Theory]
    [InlineData("/home/me/.dotnet/tools/sellsy-import", "/home/me/.dotnet/tools/.store/x/tools/net10.0/any/sellsy-import.dll", "sellsy-import")]
    [InlineData("/usr/bin/dotnet", "/home/me/.nuget/packages/cadence/1.0.0/tools/net10.0/any/sellsy-import.dll", "dotnet sellsy-import")]
    [InlineData("/usr/bin/dotnet", "/srv/crm/sellsy-import.dll", "dotnet sellsy-import.dll")]
    public void The_program_is_named_as_it_was_started(string process, string assembly, string name) => Assert.Equal(name, ProgramName.Of(process, assembly));

    private static void CheckHelp(string command)
    {
        var root = CommandTree.Build();
        var shown = Usage.Runnable(root).FirstOrDefault(one => one.Name == command) ?? root;
        using var writer = new StringWriter();

        HelpText.Write(writer, shown, Width);

        var lines = writer.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, Width));
        Assert.All(Usage.OptionsOf(shown), option => Assert.Contains(lines, line => line.StartsWith($"  {option.Name}", StringComparison.Ordinal)));
        Assert.All(Usage.OptionsOf(shown).Concat<Symbol>(shown.Arguments), symbol => Assert.NotEmpty(SymbolTexts.Of(symbol)));
    }
}

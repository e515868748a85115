using Cadence.SellsyImport;
using Spectre.Console;

namespace ConsoleImport.Output;

/// <summary>Tables and a progress bar, for a terminal.</summary>
internal sealed class TerminalDisplay(IAnsiConsole console) : IDisplay
{
    public void Title(string text)
    {
        console.WriteLine();
        console.Write(new Rule(Markup.Escape(PrintableText.Of(text))).LeftJustified());
    }

    public void Line(string text) => console.WriteLine(PrintableText.Of(text));

    public void Table(string[] headings, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(PrintableText.Of(cell))));
        }

        console.Write(table);
    }

    public Task<T> TrackAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(context => work(new TerminalProgress(context)));
}

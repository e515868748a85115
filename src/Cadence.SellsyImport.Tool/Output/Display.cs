using Spectre.Console;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>The output for people: tables and a progress bar on a terminal, plain lines for a file or a pipe.</summary>
internal sealed class Display(TextWriter plain, IAnsiConsole? terminal = null)
{
    public void Line(string text) => plain.WriteLine(Printable(text));

    public void Title(string text)
    {
        plain.WriteLine();
        if (terminal is null)
        {
            Line(text);
        }
        else
        {
            terminal.Write(new Rule(Markup.Escape(Printable(text))).LeftJustified());
        }
    }

    public void Table(string title, string[] headings, params IEnumerable<string[]> rows)
    {
        Title(title);
        if (terminal is null)
        {
            rows.Prepend(headings).ToList().ForEach(row => Line(string.Join(" | ", row)));
            return;
        }

        var table = new Table().RoundedBorder();
        table.AddColumns([.. headings.Select(heading => new TableColumn(new Spectre.Console.Text(heading)))]);
        rows.ToList().ForEach(row => table.AddRow(row.Select(cell => new Spectre.Console.Text(Printable(cell)))));
        terminal.Write(table);
    }

    /// <summary>Runs work and shows its progress.</summary>
    public Task<T> TrackAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work) => terminal is null
        ? work(new PlainProgress(plain))
        : terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(context => work(new TerminalProgress(context)));

    /// <summary>Replaces control characters with blanks, because they could move the cursor of a terminal or change its colours.</summary>
    private static string Printable(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}

using Spectre.Console;

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>
/// The output for people. The layout is the same on a terminal and elsewhere; a file or a pipe gets no colours, no progress bar, and 80 columns
/// unless <c>COLUMNS</c> says otherwise. Colours follow <c>NO_COLOR</c>.
/// </summary>
internal sealed class Display
{
    private const int PlainWidth = 80;
    private const int ColumnGap = 2;

    private readonly IAnsiConsole _console;
    private readonly StringWriter _rendered = new();
    private readonly TextWriter _plain;
    private readonly bool _isTerminal;

    private Display(TextWriter plain, bool isTerminal)
    {
        _plain = plain;
        _isTerminal = isTerminal;
        _console = isTerminal ? AnsiConsole.Console : AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_rendered),
        });
        _console.Profile.Width = WidthOf(!isTerminal);
        _console.Profile.Capabilities.Unicode = true;
    }

    /// <summary>The output of this process.</summary>
    public static Display OfConsole() => new(Console.Out, !Console.IsOutputRedirected);

    /// <summary>Shows nothing: the answer is for a program.</summary>
    public static Display None() => new(TextWriter.Null, isTerminal: false);

    /// <summary>The columns of the output.</summary>
    public static int WidthOf(bool isRedirected) =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns >= 40 ? columns
        : isRedirected ? PlainWidth
        : Math.Max(PlainWidth / 2, Console.WindowWidth);

    public void Line(string text, Tone tone = Tone.Plain, int indentation = 0)
    {
        foreach (var line in WordWrap.Lines(Printable(text), _console.Profile.Width - indentation))
        {
            Write(new Spectre.Console.Text($"{new string(' ', indentation)}{line}", Style(tone)));
        }
    }

    public void Title(string text)
    {
        Write(new Spectre.Console.Text(""));
        Write(new Spectre.Console.Text(Printable(text), new Style(decoration: Decoration.Bold)));
    }

    /// <summary>A table as wide as its cells, or as the output: then the longest column wraps.</summary>
    public void Table(string title, string[] headings, params IEnumerable<Cell[]> rows)
    {
        Title(title);
        var cells = rows.ToList();
        var table = TableOf([.. headings.Select((heading, column) => new TableColumn(Heading(heading))
        {
            Alignment = cells.Count > 0 && cells.All(row => IsNumber(row[column].Text)) ? Justify.Right : Justify.Left,
        })]);
        cells.ForEach(row => table.AddRow(row.Select(cell => new Spectre.Console.Text(Printable(cell.Text), Style(cell.Tone)))));
        Write(table);
    }

    /// <summary>Lines of equal columns, cut to the width of the output, each with its details below it.</summary>
    public void Entries(string title, string[] headings, IReadOnlyList<(Cell[] Cells, string[] Details)> entries)
    {
        Title(title);
        var widths = WidthsOf(headings, entries.Select(entry => entry.Cells));
        Write(LineOf(widths, [.. headings.Select(Heading)]));
        foreach (var (cells, details) in entries)
        {
            Write(LineOf(widths, [.. cells.Zip(widths, (cell, width) => new Spectre.Console.Text(Cut(Printable(cell.Text), width), Style(cell.Tone)))]));
            details.ToList().ForEach(detail => Line(detail, Tone.Faint, widths[0] + ColumnGap));
        }
    }

    /// <summary>Runs work and shows its progress.</summary>
    public Task<T> TrackAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work) => !_isTerminal
        ? work(new PlainProgress(_plain))
        : _console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn { Width = 20 }, new PercentageColumn(), new PaceColumn())
            .StartAsync(context => work(new TerminalProgress(context)));

    private static Table LineOf(int[] widths, Spectre.Console.Text[] cells)
    {
        var table = TableOf([.. widths.Select(width => new TableColumn("") { Width = width, NoWrap = true })]);
        table.ShowHeaders = false;
        table.AddRow(cells);
        return table;
    }

    private static Table TableOf(TableColumn[] columns)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var (index, column) in columns.Index())
        {
            column.Padding = new(0, 0, index == columns.Length - 1 ? 0 : ColumnGap, 0);
            table.AddColumn(column);
        }

        return table;
    }

    /// <summary>The widest columns give way until all fit.</summary>
    private int[] WidthsOf(string[] headings, IEnumerable<Cell[]> rows)
    {
        var widths = rows.Aggregate(
            headings.Select(heading => heading.Length).ToArray(),
            (widest, row) => [.. widest.Zip(row, (width, cell) => Math.Max(width, cell.Text.Length))]);
        while (widths.Sum() + (ColumnGap * (widths.Length - 1)) > _console.Profile.Width)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }

        return widths;
    }

    private static Spectre.Console.Text Heading(string text) => new(text, new Style(decoration: Decoration.Underline));

    private static bool IsNumber(string text) => text.Length > 0 && text.All(character => char.IsAsciiDigit(character) || character is '\u00A0' or ',');

    private static Style Style(Tone tone) => tone switch
    {
        Tone.Good => new(Color.Green),
        Tone.Known => new(Color.Yellow),
        Tone.Bad => new(Color.Red),
        Tone.Faint => new(decoration: Decoration.Dim),
        _ => Spectre.Console.Style.Plain,
    };

    private static string Cut(string text, int width) => text.Length <= width ? text : $"{text[..(width - 1)].TrimEnd()}…";

    /// <summary>What is rendered ends with a line break, but for a text. A file or a pipe gets no blanks at the end of a line.</summary>
    private void Write(Spectre.Console.Rendering.IRenderable renderable)
    {
        _console.Write(renderable);
        if (renderable is Spectre.Console.Text)
        {
            _console.WriteLine();
        }

        if (!_isTerminal)
        {
            _plain.Write(string.Join('\n', $"{_rendered}".ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd(' '))).ReplaceLineEndings());
            _rendered.GetStringBuilder().Clear();
        }
    }

    /// <summary>Replaces control characters with blanks, because they could move the cursor of a terminal or change its colours.</summary>
    internal static string Printable(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}

using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Plain lines, for a file or a pipe.</summary>
internal sealed class PlainDisplay(TextWriter writer) : IDisplay
{
    public void Title(string text)
    {
        writer.WriteLine();
        Line(text);
    }

    public void Line(string text) => writer.WriteLine(PrintableText.Of(text));

    public void Table(string[] headings, IEnumerable<string[]> rows)
    {
        foreach (var row in rows.Prepend(headings))
        {
            Line(string.Join(" | ", row));
        }
    }

    public Task<T> TrackAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work) => work(new PlainProgress(writer));
}

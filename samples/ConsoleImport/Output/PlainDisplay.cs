using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Plain lines, for a file or a pipe.</summary>
internal sealed class PlainDisplay(TextWriter writer, ConsoleTexts texts) : IDisplay
{
    public void Title(string text)
    {
        writer.WriteLine();
        writer.WriteLine(PrintableText.Of(text));
    }

    public void Line(string text) => writer.WriteLine(PrintableText.Of(text));

    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        writer.WriteLine(string.Join(" | ", headings));
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join(" | ", row.Select(PrintableText.Of)));
        }
    }

    public Task<T> TrackAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work) => work(new PlainProgress(writer, texts));
}

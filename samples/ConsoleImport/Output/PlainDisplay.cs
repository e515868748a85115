using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Plain lines, for a file or a pipe: the results on one writer, the progress on another.</summary>
internal sealed class PlainDisplay(TextWriter results, TextWriter progress, ConsoleTexts texts) : IDisplay
{
    public void Title(string text)
    {
        results.WriteLine();
        results.WriteLine(PrintableText.Of(text));
    }

    public void Line(string text) => results.WriteLine(PrintableText.Of(text));

    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        results.WriteLine(string.Join(" | ", headings));
        foreach (var row in rows)
        {
            results.WriteLine(string.Join(" | ", row.Select(PrintableText.Of)));
        }
    }

    public Task<T> TrackAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work) => work(new PlainProgress(progress, texts));
}

using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Shows nothing but the progress: the answer is JSON.</summary>
internal sealed class QuietDisplay(TextWriter progress, ConsoleTexts texts) : IDisplay
{
    public void Title(string text)
    {
    }

    public void Line(string text)
    {
    }

    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
    }

    public Task<T> TrackAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work) => work(new PlainProgress(progress, texts));
}

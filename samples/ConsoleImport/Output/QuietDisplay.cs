using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>Shows nothing: the answer is JSON.</summary>
internal sealed class QuietDisplay : IDisplay
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

    public Task<T> TrackAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work) => work(new Progress<ImportProgress>());
}

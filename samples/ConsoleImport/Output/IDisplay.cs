using Cadence.SellsyImport;

namespace ConsoleImport.Output;

/// <summary>What people see: tables and a progress bar on a terminal, plain lines elsewhere.</summary>
internal interface IDisplay
{
    void Title(string text);

    void Line(string text);

    void Table(string[] headings, IEnumerable<string[]> rows);

    /// <summary>Does work whose progress is shown.</summary>
    Task<T> TrackAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work);
}

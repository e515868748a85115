using System.Globalization;

namespace ClusterScale;

/// <summary>The processor time of all processes that this one started, whatever else runs on the machine. Linux only.</summary>
internal static class ProcessTree
{
    /// <summary>Of those that live, and of those of their children that have ended.</summary>
    public static TimeSpan ProcessorTime()
    {
        // After the name in parentheses, which may hold spaces: state, parent, …, and as the 12th to 15th the times in ticks of 10 ms.
        var all = Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)).Select(Read).OfType<Entry>().ToList();
        var children = all.ToLookup(entry => entry.Parent);
        return TimeSpan.FromMilliseconds(10 * Sum(Environment.ProcessId));

        long Sum(int parent) => children[parent].Sum(child => child.Ticks + Sum(child.Id));
    }

    private static Entry? Read(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
            return new(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), ticks);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return null;
        }
    }

    private sealed record Entry(int Id, int Parent, long Ticks);
}

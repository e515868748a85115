using System.Globalization;
using Cadence.SellsyImport.Proof.Killing;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

/// <summary>Does a task of the small program to its end in this process, which is another one than any that was killed.</summary>
internal static class Completion
{
    /// <returns>The id of the import.</returns>
    public static async Task<string> RunAsync(string task, string database, string subject, int batchSize)
    {
        using var told = new StringWriter();
        Assert.Equal(0, await CallsProgram.RunAsync([task, database, subject, batchSize.ToString(CultureInfo.InvariantCulture), "0"], told));
        return told.ToString().Trim().Split(' ')[^1];
    }
}

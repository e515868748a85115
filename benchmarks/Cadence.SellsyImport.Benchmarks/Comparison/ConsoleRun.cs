using System.Text.Json;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>Runs the tool as a whole process.</summary>
internal static class ConsoleRun
{
    private const string Program = "sellsy-import.dll";

    /// <summary>Runs a command on a file, and checks that it read all rows.</summary>
    public static async Task<Sample> RunAsync(string command, string path, string users, long rows, params IEnumerable<string> store)
    {
        var (sample, output) = await ChildProcess.RunAsync(
            ChildProcess.Dotnet(Program, [command, path, "--users", users, "--lang", "en", "--json", .. store]));
        using var answer = JsonDocument.Parse(output);
        var read = answer.RootElement.GetProperty("counts").EnumerateObject().Sum(count => count.Value.GetInt64());
        return read == rows ? sample : throw new InvalidOperationException($"{command} counted {read} rows, {rows} were expected.");
    }

    /// <summary>Writes the users in the form that the console reads.</summary>
    public static async Task WriteUsersAsync(string path) => await File.WriteAllLinesAsync(
        path,
        BenchmarkExport.Users.Select(user => $"{user.Id},{user.FirstName},{user.LastName},{user.Email},{user.SellsyId}").Prepend("id,first_name,last_name,email,sellsy_id"));
}

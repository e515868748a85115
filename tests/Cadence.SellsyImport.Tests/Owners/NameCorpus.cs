using System.Text.Json;

namespace Cadence.SellsyImport.Tests.Owners;

/// <summary>The published corpus of owners' names, each with a user of Cadence who is or is not that person. All are invented.</summary>
internal static class NameCorpus
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static Pair[] Load() =>
        JsonSerializer.Deserialize<Pair[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Owners", "names.json")), Options)!;

    /// <summary>A name and a user.</summary>
    /// <param name="Owner">The name as a file gives it.</param>
    /// <param name="FirstName">The first name of the user.</param>
    /// <param name="LastName">The last name of the user.</param>
    /// <param name="Same">Whether they are the same by the rule.</param>
    /// <param name="Why">What tells them apart or hides that they are the same.</param>
    internal sealed record Pair(string Owner, string FirstName, string LastName, bool Same, string Why);
}

using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>The users of Cadence whom the files of these cases name.</summary>
internal static class CaseUsers
{
    public static FixedUserProvider All { get; } = new(
        new CadenceUser("1", "Hélène", "Aubrac") { Email = "helene.aubrac@cadence.example", SellsyId = "9001" },
        new CadenceUser("2", "Thomas", "Leroy-Dumas") { Email = "thomas.leroy-dumas@cadence.example", SellsyId = "9002" });
}

using System.Globalization;

namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>The owners of a file by their number: each has a name of its own, even where the order of its parts does not count.</summary>
internal static class InventedOwners
{
    public static CadenceUser User(int number)
    {
        var (first, rest) = (number % Words.FirstNames.Length, number / Words.FirstNames.Length);
        var firstName = Words.FirstNames[first];
        var lastName = LastName(rest / Words.LastNames.Length, rest + (17 * first));
        var id = (number + 1).ToString(CultureInfo.InvariantCulture);
        return new(id, firstName, lastName)
        {
            Email = $"{Ascii.Of(firstName)}.{Ascii.Of(lastName)}@cadence.example",
            SellsyId = (900_001 + number).ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The name as Sellsy shows it: <c>Prénom NOM</c>.</summary>
    public static string DisplayName(int number)
    {
        var user = User(number);
        return $"{user.FirstName} {user.LastName.ToUpperInvariant()}";
    }

    private static string LastName(int distance, int index)
    {
        var names = Words.LastNames;
        var name = names[index % names.Length];
        return distance == 0 ? name : $"{name}-{names[(index + distance) % names.Length]}";
    }
}

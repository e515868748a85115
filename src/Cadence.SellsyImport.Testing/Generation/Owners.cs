using System.Globalization;

namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>The owners of a file by their number: each has a name of its own, even where the order of its parts does not count.</summary>
internal static class Owners
{
    public static CadenceUser User(int number)
    {
        var (first, rest) = (number % Words.FirstNames.Length, number / Words.FirstNames.Length);
        var firstName = Words.FirstNames[first];
        var lastName = LastName(rest);
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

    private static string LastName(int number)
    {
        var names = Words.LastNames;
        var (distance, index) = (number / names.Length, number % names.Length);
        return distance == 0 ? names[index] : $"{names[index]}-{names[(index + distance) % names.Length]}";
    }
}

namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>What a company's number says about it: the same on every row that names it.</summary>
internal static class Companies
{
    private const int Names = 81 * 20 * 15;

    public static void Id(CellText cell, int company) => cell.Add(300_001 + company);

    /// <param name="cell">Where the name is added.</param>
    /// <param name="company">The company.</param>
    /// <param name="hasComma">Whether the name has a comma.</param>
    /// <param name="hasAccent">Whether the name has an accent; either where nothing is given.</param>
    public static void Name(CellText cell, int company, bool hasComma, bool? hasAccent)
    {
        WriteName(cell, company, hasComma);
        if (hasAccent == true)
        {
            cell.Add(" – Orléans");
        }
        else if (hasAccent == false)
        {
            var name = cell.Text.ToString();
            cell.Clear().Add(Ascii.WithoutAccents(name));
        }
    }

    private static void WriteName(CellText cell, int company, bool hasComma)
    {
        var kinds = Words.CompanyKinds;
        var adjectives = Words.CompanyAdjectives;
        var (kind, rest) = (company % kinds.Length, company / kinds.Length);
        var (lastName, adjective) = ((rest + (7 * kind)) % Words.LastNames.Length, rest / Words.LastNames.Length);
        cell.Add(kinds[kind]).Add(' ').Add(Words.LastNames[lastName]);
        cell.Add(hasComma ? ", " : " ").Add(adjectives[(adjective + kind + lastName) % adjectives.Length]);
        cell.Add(' ').Add(Words.LegalForms[(kind + lastName) % Words.LegalForms.Length]);
        if (company >= Names)
        {
            cell.Add(' ').Add(company / Names);
        }
    }

    public static void Email(CellText cell, int company) => cell.Add("contact@societe-").Add(300_001 + company).Add(".example");

    public static void Website(CellText cell, int company) => cell.Add("https://www.societe-").Add(300_001 + company).Add(".example/");

    /// <summary>Fourteen digits: nine for the SIREN and five for the place, each part closed by its check digit (Luhn).</summary>
    public static void Siret(CellText cell, int company)
    {
        var siren = WithCheckDigit(10_000_000 + ((company * 7_919L) % 90_000_000));
        var siret = WithCheckDigit((siren * 10_000) + 1);
        cell.Add(siret);
    }

    public static string Type(int company) => Words.CompanyTypes[company % Words.CompanyTypes.Length];

    private static long WithCheckDigit(long number)
    {
        var sum = 0;
        var doubled = true;
        for (var rest = number; rest > 0; rest /= 10)
        {
            var digit = (int)(rest % 10) * (doubled ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            doubled = !doubled;
        }

        return (number * 10) + ((10 - (sum % 10)) % 10);
    }
}

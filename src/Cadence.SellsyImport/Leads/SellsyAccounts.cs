namespace Cadence.SellsyImport.Leads;

/// <summary>The rule for the names of Sellsy accounts.</summary>
internal static class SellsyAccounts
{
    public const string Expected = "at most 100 characters, no control character, and no blank at the start or the end";

    private const int Longest = 100;

    public static bool IsValid(string? account) => account is { Length: <= Longest } && account.Trim().Length == account.Length && !account.Any(char.IsControl);
}

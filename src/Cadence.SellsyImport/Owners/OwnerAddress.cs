using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Owners;

/// <summary>
/// An e-mail address as the text of an owner, alone or behind a name: <c>marie@cadence.example</c>, <c>Marie Durand &lt;marie@…&gt;</c>.
/// </summary>
/// <param name="Name">The name before the address; empty if there is none.</param>
/// <param name="Address">The address.</param>
internal readonly record struct OwnerAddress(string Name, string Address)
{
    private const string Scheme = "mailto:";

    /// <summary>The address in a text, or null if the text has none.</summary>
    public static OwnerAddress? Find(string text)
    {
        var trimmed = BlankCharacters.Trim(text);
        var open = trimmed.EndsWith('>') ? trimmed.LastIndexOf('<') : -1;
        var address = BlankCharacters.Trim(open < 0 ? trimmed : trimmed[(open + 1)..^1]);
        address = address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? address[Scheme.Length..] : address;
        if (address.IndexOf('@', StringComparison.Ordinal) <= 0 || address.Any(BlankCharacters.IsBlank))
        {
            return null;
        }

        // A mail program quotes a name that holds a comma.
        var name = open < 0 ? "" : BlankCharacters.Trim(trimmed[..open].AsSpan()).Trim("\"'").ToString();
        return new(name.Equals(address, StringComparison.OrdinalIgnoreCase) ? "" : name, address);
    }
}

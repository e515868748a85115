namespace Cadence.SellsyImport.Mapping;

/// <summary>An e-mail address or a phone number of a row.</summary>
/// <param name="Kind">0 for an e-mail address, else that of <see cref="KindOf"/>.</param>
/// <param name="Hash">Its hash.</param>
internal readonly record struct ScannedAddress(int Kind, ulong Hash)
{
    public static int KindOf(PhoneType type) => 1 + (int)type;
}

using System.Globalization;
using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Preview;

/// <summary>The id of a contact: nearly always a number, if its digits give the exact text of the id; otherwise text.</summary>
/// <param name="Number">The number; 0 if there is no id or the id is kept as text.</param>
/// <param name="Text">The text; null if there is no id or the id is kept as a number.</param>
internal readonly record struct ContactKey(ulong Number, string? Text)
{
    private const int MostDigits = 19;

    public bool IsNone => Number == 0 && Text is null;

    /// <summary>The key of an id. A host's own mapper may use any text, also an empty one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ContactKey Of(ReadOnlySpan<char> id) =>
        id.Length is > 0 and <= MostDigits && id[0] != '0' && ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(number, null)
        : new(0, id.ToString());

    public override string ToString() => Text ?? Number.ToString(CultureInfo.InvariantCulture);
}

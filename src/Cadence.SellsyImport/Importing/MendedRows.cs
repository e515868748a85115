using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Importing;

/// <summary>A mended file of rejected rows as corrections of the file that they came from. Immutable.</summary>
/// <param name="Corrections">The corrections: those that were given, and those that the mended cells add.</param>
/// <param name="Rows">The number of rows of the mended file that were found again.</param>
/// <param name="UnknownRows">
/// The one-based numbers of the rows of the mended file that belong to no rejected row for certain: nothing of them is taken.
/// </param>
public sealed record MendedRows(Corrections Corrections, long Rows, ImmutableArray<long> UnknownRows)
{
    private readonly ValueList<long> _unknownRows = UnknownRows;

    /// <summary>The one-based numbers of the rows of the mended file that belong to no rejected row for certain: nothing of them is taken.</summary>
    public ImmutableArray<long> UnknownRows
    {
        get => _unknownRows;
        init => _unknownRows = value;
    }
}

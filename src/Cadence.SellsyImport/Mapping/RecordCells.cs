using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Mapping;

/// <summary>The cells of a record as characters, without strings.</summary>
internal readonly ref struct RecordCells(CsvRecord record, CellBuffer buffer) : IRowCells
{
    private readonly CsvRecord _record = record;

    public CellText this[int column] => TextOf(Utf8Of(column));

    public ReadOnlySpan<byte> Utf8Of(int column) => _record[column];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public CellText TextOf(ReadOnlySpan<byte> utf8) => new(buffer.Widen(utf8, out var isPlain), whole: null) { IsPlain = isPlain };
}

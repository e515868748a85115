using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Preview;

/// <summary>Consecutive rows with what became of them.</summary>
/// <param name="Outcomes">The outcome of each row, one byte each, as the plan had it.</param>
/// <param name="Refused">The rows that the store refused nevertheless.</param>
internal sealed record BatchResult(ReadOnlyMemory<byte> Outcomes, ImmutableArray<RefusedRow> Refused);

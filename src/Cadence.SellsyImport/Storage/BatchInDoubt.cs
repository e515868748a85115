using System.Collections.Frozen;

namespace Cadence.SellsyImport.Storage;

/// <summary>A batch that was begun before a crash, and what the sink shows of it.</summary>
/// <param name="LastRow">Its last row.</param>
/// <param name="WrittenRows">The rows of the leads that were written.</param>
internal sealed record BatchInDoubt(long LastRow, FrozenSet<long> WrittenRows);

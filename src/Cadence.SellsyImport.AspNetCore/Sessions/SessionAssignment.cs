using System.Collections.Immutable;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>What feeds a field.</summary>
internal sealed record SessionAssignment(string Field, ImmutableArray<int> Columns, string? Constant);

using System.Collections.Immutable;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>What feeds a field, and what single texts of its columns mean.</summary>
internal sealed record SessionAssignment(string Field, ImmutableArray<int> Columns, string? Constant, ImmutableArray<SessionValue>? Values = null)
{
    public IEnumerable<SessionValue> ValuesOf(int column) => (Values ?? []).Where(value => value.Column == column);
}

using System.Collections.Immutable;

namespace Cadence.SellsyImport.Preview;

/// <summary>What the cells of an owner mean for every row that has them.</summary>
/// <param name="Issues">The issues; their row number is 0, because they belong to every such row.</param>
/// <param name="IsError">Whether they make the row an error.</param>
/// <param name="HasUser">Whether a user will own the leads.</param>
internal readonly record struct OwnerVerdict(ImmutableArray<ImportIssue> Issues, bool IsError, bool HasUser);

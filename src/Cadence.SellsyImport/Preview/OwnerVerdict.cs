using System.Collections.Immutable;

namespace Cadence.SellsyImport.Preview;

/// <summary>What the cells of an owner mean for every row that has them.</summary>
/// <param name="Issues">The issues; their row is no row's.</param>
/// <param name="IsError">Whether they make the row an error.</param>
/// <param name="HasUser">Whether there is a user who will have the leads.</param>
internal readonly record struct OwnerVerdict(ImmutableArray<ImportIssue> Issues, bool IsError, bool HasUser);

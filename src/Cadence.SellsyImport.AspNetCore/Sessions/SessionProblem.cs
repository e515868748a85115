using System.Collections.Immutable;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>Why a piece of work failed: a code with its arguments, worded when it is shown.</summary>
internal sealed record SessionProblem(string Code, ImmutableArray<string> Arguments);

using System.Collections.Immutable;

namespace Cadence.SellsyImport.Quartz;

/// <summary>Why a try did not succeed: a code with its arguments, never the message of another exception, which may name a person.</summary>
internal sealed record JobFailure(string Code, ImmutableArray<string> Arguments)
{
    public static JobFailure Of(Exception exception) =>
        exception is SellsyImportException known ? new(known.Code, known.Arguments) : new(exception.GetType().Name, []);
}

using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>The tests that measure what the process allocates run by themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "Measured alone";
}

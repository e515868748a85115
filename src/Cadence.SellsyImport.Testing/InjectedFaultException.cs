namespace Cadence.SellsyImport.Testing;

/// <summary>What <see cref="FaultInjectingLeadSink"/> and <see cref="FaultInjectingStream"/> throw where a test told them to fail.</summary>
public sealed class InjectedFaultException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Where the fault was injected.</param>
    public InjectedFaultException(string message)
        : base(message)
    {
    }
}

namespace Cadence.SellsyImport.Testing;

/// <summary>What <see cref="FaultInjectingLeadSink"/> and <see cref="FaultInjectingStream"/> throw at the call or byte that a test chose.</summary>
public sealed class InjectedFaultException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Where the fault was injected.</param>
    public InjectedFaultException(string message)
        : base(message)
    {
    }
}

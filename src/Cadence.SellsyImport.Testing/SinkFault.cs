namespace Cadence.SellsyImport.Testing;

/// <summary>What happens at the call that <see cref="FaultInjectingLeadSink"/> disturbs.</summary>
public enum SinkFault
{
    /// <summary>The call fails and does nothing, as when the connection is lost before the command.</summary>
    Fail,

    /// <summary>The call does its work and then fails, as when the answer to a commit is lost on the network.</summary>
    DoThenFail,

    /// <summary>
    /// The call does nothing and does not return until it is cancelled, as when a server does not answer. A call that cannot be cancelled is not
    /// disturbed.
    /// </summary>
    HangUntilCancelled,
}

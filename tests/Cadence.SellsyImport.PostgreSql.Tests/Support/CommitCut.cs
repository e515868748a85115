namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>Where <see cref="CuttingProxy"/> cuts a connection that asks to commit.</summary>
internal enum CommitCut
{
    /// <summary>The server never gets the COMMIT.</summary>
    BeforeTheServerGetsIt,

    /// <summary>The server gets the COMMIT, and whether it is done when the client notices is left open.</summary>
    WhileTheServerDoesIt,

    /// <summary>The server has done the COMMIT, and its answer is lost.</summary>
    AfterTheServerDidIt,
}

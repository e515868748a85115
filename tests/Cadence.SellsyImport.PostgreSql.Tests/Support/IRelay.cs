namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>What a <see cref="TcpProxy"/> does with what the two sides of a connection say. No bytes mean that the side has ended.</summary>
internal interface IRelay
{
    /// <summary>Passes on what the client sent.</summary>
    /// <returns>Whether the connection goes on; where not, both sides lose it.</returns>
    Task<bool> AskAsync(ReadOnlyMemory<byte> bytes, Stream server);

    /// <summary>Passes on what the server answered.</summary>
    /// <returns>Whether the connection goes on; where not, both sides lose it.</returns>
    Task<bool> AnswerAsync(ReadOnlyMemory<byte> bytes, Stream client);
}

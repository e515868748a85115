namespace Cadence.SellsyImport;

/// <summary>Provides the users of Cadence to the default owner resolver. Implementations are thread-safe.</summary>
public interface ICadenceUserProvider
{
    /// <summary>
    /// Reads all users that can own leads. A user who left can be among them with <see cref="CadenceUser.IsActive"/> off, so that rows with that
    /// owner say so.
    /// </summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The users, each id once.</returns>
    ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default);
}

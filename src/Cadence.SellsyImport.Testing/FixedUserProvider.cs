using System.Collections.Immutable;

namespace Cadence.SellsyImport.Testing;

/// <summary>Provides the users that a test gives it. Thread-safe.</summary>
public sealed class FixedUserProvider : ICadenceUserProvider
{
    private readonly ImmutableArray<CadenceUser> _users;
    private int _calls;

    /// <summary>Creates the provider.</summary>
    /// <param name="users">The users, in the order in which they are provided.</param>
    public FixedUserProvider(params IEnumerable<CadenceUser> users) => _users = [.. users];

    /// <summary>How often the users were asked for.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _calls);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<CadenceUser>>(_users);
    }
}

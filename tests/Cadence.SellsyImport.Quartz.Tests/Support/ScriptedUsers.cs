namespace Cadence.SellsyImport.Quartz.Tests.Support;

/// <summary>Users whose provider fails or waits, as the test says for each call.</summary>
internal sealed class ScriptedUsers(Func<int, CancellationToken, Task> call) : ICadenceUserProvider
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Ends when the users are asked for first: within the preview.</summary>
    public Task Asked => _asked.Task;

    public static SellsyImportException Failure { get; } = new(ErrorCodes.UsersUnreadable, "users.csv", "7", "an id is missing");

    public async ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default)
    {
        _asked.TrySetResult();
        await call(Interlocked.Increment(ref _calls), cancellationToken);
        return JobCluster.Export.Users;
    }

    /// <summary>Waits until it is cancelled.</summary>
    public static Task ForeverAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
}

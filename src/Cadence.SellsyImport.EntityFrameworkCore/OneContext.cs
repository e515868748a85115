using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore;

/// <summary>A context whose transaction is open: all calls are part of it.</summary>
internal sealed class OneContext(DbContext context) : IContexts
{
    public Task<T> ReadAsync<T>(Func<DbContext, Task<T>> work, CancellationToken cancellationToken) => work(context);

    public Task<T> WriteAsync<T>(Func<DbContext, Task<T>> work, CancellationToken cancellationToken) => work(context);
}

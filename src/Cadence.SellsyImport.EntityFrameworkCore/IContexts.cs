using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore;

/// <summary>Gives each call of the store its context.</summary>
internal interface IContexts
{
    /// <summary>Reads.</summary>
    Task<T> ReadAsync<T>(Func<DbContext, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Writes in a transaction, while no other import writes. The work may run again, with another context, and then does the same.</summary>
    Task<T> WriteAsync<T>(Func<DbContext, Task<T>> work, CancellationToken cancellationToken);
}

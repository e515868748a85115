using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore;

internal static class ContextExtensions
{
    /// <summary>Saves what is tracked and stops tracking it, so that a later save looks at nothing twice.</summary>
    public static async Task SaveAndForgetAsync(this DbContext context, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        context.ChangeTracker.Clear();
    }
}

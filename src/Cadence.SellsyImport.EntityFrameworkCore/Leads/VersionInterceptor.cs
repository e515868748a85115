using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cadence.SellsyImport.EntityFrameworkCore.Leads;

/// <summary>Gives each lead that is added or changed a new version, whoever saves it.</summary>
internal sealed class VersionInterceptor : SaveChangesInterceptor
{
    public static VersionInterceptor Instance { get; } = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Renew(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        Renew(eventData.Context);
        return new(result);
    }

    private static void Renew(DbContext? context)
    {
        foreach (var entry in context?.ChangeTracker.Entries() ?? [])
        {
            if (entry.State is EntityState.Added or EntityState.Modified && LeadModel.Find(entry.Metadata) is { } model)
            {
                entry.Property(model.Version).CurrentValue = LeadHash.NewVersion();
            }
        }
    }
}

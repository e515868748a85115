using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cadence.SellsyImport.EntityFrameworkCore.Ledger;

/// <summary>The tables of the ledger. Every length is set, so that no convention of the host for its own texts applies.</summary>
internal static class LedgerModel
{
    private const int KeyLength = 200;
    private const int TextLength = 4_000;

    private static readonly ValueConverter<DateTime, DateTime> Utc = new(time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

    public static void AddTo(ModelBuilder modelBuilder, string? schema)
    {
        modelBuilder.Entity<StoredImport>(imports =>
        {
            imports.ToTable("SellsyImports", schema);
            imports.HasKey(import => import.Id);
            imports.HasIndex(import => import.ImportId).IsUnique();
            imports.HasIndex(import => import.PlanHash);
            Text(imports, KeyLength, nameof(StoredImport.ImportId), nameof(StoredImport.FileHash), nameof(StoredImport.MappingHash), nameof(StoredImport.PlanHash), nameof(StoredImport.LeaseToken));
            Text(imports, TextLength, nameof(StoredImport.FileName), nameof(StoredImport.FileLocation), nameof(StoredImport.StartedBy), nameof(StoredImport.Customer), nameof(StoredImport.SellsyAccount), nameof(StoredImport.LeaseHolder), nameof(StoredImport.CancelRequestedBy));
            imports.Property(import => import.State).HasConversion<string>().HasMaxLength(KeyLength);
            imports.Property(import => import.ExistingLeads).HasConversion<string>().HasMaxLength(KeyLength);
            imports.Property(import => import.StartedAt).HasConversion(Utc);
            imports.Property(import => import.LeaseTakenAt).HasConversion(Utc);
            imports.Property(import => import.LeaseExpiresAt).HasConversion(Utc);
            imports.Property(import => import.CancelRequestedAt).HasConversion(Utc);
            imports.Property(import => import.EndedAt).HasConversion(Utc);
        });
        modelBuilder.Entity<StoredPlan>(plans =>
        {
            plans.ToTable("SellsyImportPlans", schema);
            plans.HasKey(plan => plan.Import);
            plans.Property(plan => plan.Import).ValueGeneratedNever();
            plans.Property(plan => plan.Plan).HasMaxLength(-1);
            plans.HasOne<StoredImport>().WithOne().HasForeignKey<StoredPlan>(plan => plan.Import);
        });
        modelBuilder.Entity<StoredRecord>(records =>
        {
            records.ToTable("SellsyImportBatches", schema);
            records.HasKey(record => new { record.Import, record.Number });
            records.HasIndex(record => new { record.Import, record.Stage, record.Number });
            records.Property(record => record.Stage).HasConversion<string>().HasMaxLength(KeyLength);
            records.Property(record => record.Content).HasMaxLength(-1);
            records.HasOne<StoredImport>().WithMany().HasForeignKey(record => record.Import);
        });
        modelBuilder.Entity<WriteLock>(locks =>
        {
            locks.ToTable("SellsyImportLock", schema);
            locks.HasKey(one => one.Id);
            locks.Property(one => one.Id).ValueGeneratedNever();
        });
    }

    private static void Text(EntityTypeBuilder<StoredImport> imports, int length, params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            imports.Property(property).HasMaxLength(length);
        }
    }
}

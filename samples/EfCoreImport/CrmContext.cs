using Microsoft.EntityFrameworkCore;

namespace EfCoreImport;

internal sealed class CrmContext(DbContextOptions<CrmContext> options) : DbContext(options)
{
    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<Seller> Sellers => Set<Seller>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddSellsyImport<Contact>(contact => contact.SellsyId);
}

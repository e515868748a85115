using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;

/// <summary>The context of a host.</summary>
public sealed class CrmContext(DbContextOptions<CrmContext> options) : DbContext(options)
{
    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<ContactCadence> Cadences => Set<ContactCadence>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddSellsyImport<Contact>(contact => contact.SellsyId);
        modelBuilder.Entity<Contact>(contacts =>
        {
            contacts.OwnsMany(contact => contact.Emails, emails =>
            {
                emails.HasKey("ContactId", nameof(ContactEmail.Place));
                emails.Property(email => email.Place).ValueGeneratedNever();
            });
            contacts.OwnsOne(contact => contact.Owner);
            contacts.HasMany(contact => contact.Cadences).WithOne().HasForeignKey(cadence => cadence.ContactId);
        });
    }
}

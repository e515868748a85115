using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EfCoreImport;

/// <summary>What this host registers for the import.</summary>
internal static class CrmServices
{
    // The fields that a contact keeps; the others are not read.
    private static readonly LeadField[] Kept =
    [
        LeadFields.SellsyContactId, LeadFields.FirstName, LeadFields.LastName, LeadFields.Owner, LeadFields.OwnerSellsyId, LeadFields.JobPosition,
        LeadFields.Email, LeadFields.Phone, LeadFields.Company,
    ];

    public static IServiceCollection AddCrm(this IServiceCollection services, string connectionString)
    {
        services.AddDbContextFactory<CrmContext>(options => options.UseSqlite(connectionString));
        services.AddSellsyImport(options => options.Fields.Except(Kept).ToList().ForEach(field => options.Fields.Remove(field)))
            .UseEntityFrameworkCore<CrmContext>(map => map
                .Users(crm => crm.Sellers.Select(seller => new CadenceUser($"{seller.Id}", seller.FirstName, seller.LastName) { Email = seller.Email }))
                .Leads<Contact>(contacts =>
                {
                    contacts.Query = query => query.Include(contact => contact.Owner);
                    contacts.Write = (contact, entry, crm) =>
                    {
                        contact.FirstName = entry.Lead.FirstName!;
                        contact.LastName = entry.Lead.LastName;
                        contact.Email = entry.Lead.Emails.FirstOrDefault()?.Address;
                        contact.Phone = entry.Lead.Phones.FirstOrDefault()?.Text;
                        contact.Job = entry.Lead.JobPosition;
                        contact.Company = entry.Lead.Company?.Name;
                        contact.OwnerId = int.Parse(entry.Owner.Id, CultureInfo.InvariantCulture);
                    };
                    contacts.Read = contact => (
                        new Lead
                        {
                            SellsyContactId = contact.SellsyId!,
                            FirstName = contact.FirstName,
                            LastName = contact.LastName,
                            Emails = contact.Email is null ? [] : [new(EmailType.Primary, contact.Email)],
                            Phones = contact.Phone is null ? [] : [new(PhoneType.Phone, contact.Phone, E164: null)],
                            JobPosition = contact.Job,
                            Company = contact.Company is null ? null : new() { Name = contact.Company },
                        },
                        new CadenceUser($"{contact.OwnerId}", contact.Owner!.FirstName, contact.Owner.LastName));
                }));
        return services;
    }
}

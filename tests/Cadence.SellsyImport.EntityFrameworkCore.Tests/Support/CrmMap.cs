using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;

/// <summary>The map of a host that keeps every value of a lead.</summary>
internal static class CrmMap
{
    public static void Configure(StoreMap<CrmContext> map) => map.Leads<Contact>(contacts =>
    {
        contacts.Query = query => query.Include(contact => contact.Cadences);
        contacts.RunningCadences = contact => contact.Cadences.Select(cadence => cadence.Name);
        contacts.Write = Write;
        contacts.Read = Read;
    });

    private static void Write(Contact contact, LeadEntry entry, CrmContext context)
    {
        var (lead, owner) = (entry.Lead, entry.Owner);
        contact.FirstName = lead.FirstName;
        contact.LastName = lead.LastName;
        contact.JobPosition = lead.JobPosition;
        contact.Note = lead.Note;
        contact.CompanyName = lead.Company?.Name;
        contact.Birthday = lead.Birthday;
        contact.EmailConsent = lead.EmailConsent;
        contact.Tags = [.. lead.Tags];
        contact.Emails.Clear();
        contact.Emails.AddRange(lead.Emails.Select((email, place) => new ContactEmail { Place = place, Type = email.Type, Address = email.Address }));
        (contact.Owner.Id, contact.Owner.FirstName, contact.Owner.LastName) = (owner.Id, owner.FirstName, owner.LastName);
        (contact.Owner.Email, contact.Owner.SellsyId) = (owner.Email, owner.SellsyId);
        contact.Rest = LeadSnapshot.ToJson(new(WithoutColumns(lead), new("", "", ""), 0));
    }

    private static (Lead Lead, CadenceUser Owner) Read(Contact contact)
    {
        var rest = LeadSnapshot.FromJson(contact.Rest).Lead;
        var lead = rest with
        {
            FirstName = contact.FirstName,
            LastName = contact.LastName,
            JobPosition = contact.JobPosition,
            Note = contact.Note,
            Birthday = contact.Birthday,
            EmailConsent = contact.EmailConsent,
            Tags = [.. contact.Tags],
            Emails = [.. contact.Emails.OrderBy(email => email.Place).Select(email => new LeadEmail(email.Type, email.Address))],
        };
        var owner = new CadenceUser(contact.Owner.Id, contact.Owner.FirstName, contact.Owner.LastName)
        {
            Email = contact.Owner.Email,
            SellsyId = contact.Owner.SellsyId,
        };
        return (lead, owner);
    }

    private static Lead WithoutColumns(Lead lead) => lead with
    {
        FirstName = null,
        LastName = null,
        JobPosition = null,
        Note = null,
        Birthday = null,
        EmailConsent = null,
        Tags = ImmutableArray<string>.Empty,
        Emails = ImmutableArray<LeadEmail>.Empty,
    };
}

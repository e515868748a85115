using System.Collections.Immutable;
using Cadence.SellsyImport.Preview;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>Matches contacts to leads of the store that have the same e-mail address.</summary>
internal sealed class EmailMatcher(EmailMatcher.Stored stored) : ILeadMatcher
{
    public string Name => "same e-mail";

    public string Version => "1";

    /// <summary>Starts a host with this matcher and leads in its store: contact id and e-mail address.</summary>
    public static async Task<PageHost> HostAsync(
        Func<Microsoft.AspNetCore.Builder.WebApplication, Microsoft.AspNetCore.Builder.IEndpointConventionBuilder>? map, params (string Id, string Email)[] leads)
    {
        var host = await PageHost.StartAsync(
            map, build: import => import.UseMatcher<EmailMatcher>(), services: services => services.AddSingleton(new Stored(leads.ToDictionary(lead => lead.Email, lead => lead.Id))));
        foreach (var (id, email) in leads)
        {
            host.Sink.PutLead(new() { SellsyContactId = id, LastName = "Petit", Emails = [new(EmailType.Primary, email)] }, new("u1", "Marie", "Durand"));
        }

        return host;
    }

    public ValueTask<ImmutableArray<string?>> MatchAsync(string sellsyAccount, ImmutableArray<CheckedLead> leads, CancellationToken cancellationToken = default) =>
        new([.. leads.Select(lead => lead.Lead.Emails.Select(email => stored.IdByEmail.GetValueOrDefault(email.Address)).FirstOrDefault(id => id is not null))]);

    internal sealed record Stored(IReadOnlyDictionary<string, string> IdByEmail);
}

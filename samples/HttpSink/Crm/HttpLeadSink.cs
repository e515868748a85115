using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Cadence.SellsyImport.Storage;

namespace HttpSink.Crm;

/// <summary>Writes leads to the API, one request a lead.</summary>
internal sealed class HttpLeadSink(HttpClient crm) : IAnsweringLeadSink
{
    /// <summary>The code of a refusal by the API. Its text stands in <see cref="CrmTexts"/>.</summary>
    public const string Refused = "RefusedByCrm";

    public async ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default)
    {
        using var response = await crm.PostAsJsonAsync("contacts/lookup", sellsyContactIds, cancellationToken);
        response.EnsureSuccessStatusCode();
        var found = await response.Content.ReadFromJsonAsync<string[]>(cancellationToken) ?? [];
        return [.. found.Select(id => new ExistingLead(id))];
    }

    public async ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        var answers = ImmutableArray.CreateBuilder<LeadAnswer>(batch.Entries.Length);
        foreach (var entry in batch.Entries)
        {
            answers.Add(await AddAsync(batch.Import.ImportId, entry, cancellationToken));
        }

        return answers.MoveToImmutable();
    }

    private async Task<LeadAnswer> AddAsync(string importId, LeadEntry entry, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "contacts") { Content = JsonContent.Create(ContactOf(entry)) };

        // The same for every try of this lead, by this process or by one that continues the import after a crash.
        var key = string.Create(CultureInfo.InvariantCulture, $"{importId}-{entry.Row}-{Uri.EscapeDataString(entry.Lead.SellsyContactId)}");
        request.Headers.Add("Idempotency-Key", key);
        using var response = await crm.SendAsync(request, cancellationToken);
        switch (response.StatusCode)
        {
            case HttpStatusCode.Created:
                return LeadEntryOutcome.Added;
            case HttpStatusCode.Conflict:
                return LeadEntryOutcome.AlreadyPresent;
            case HttpStatusCode.UnprocessableEntity:
                var problem = await response.Content.ReadFromJsonAsync<CrmProblem>(cancellationToken);
                return LeadAnswer.Refused(new(Refused, IssueSeverity.Error) { Arguments = [problem?.Detail ?? "?"] });
            default:
                // What no try could overcome stops the import, which can be resumed.
                throw new HttpRequestException($"The CRM answers {(int)response.StatusCode}.", inner: null, response.StatusCode);
        }
    }

    private static CrmContact ContactOf(LeadEntry entry) =>
        new(entry.Lead.SellsyContactId, entry.Lead.FirstName, entry.Lead.LastName, entry.Lead.Emails.FirstOrDefault()?.Address, entry.Owner.Id)
        {
            Note = entry.Lead.Note,
            Company = entry.Lead.Company?.Name,
        };
}

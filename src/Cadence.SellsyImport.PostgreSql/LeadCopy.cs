using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Writes leads as rows of a COPY: the columns of <see cref="LeadColumns"/>, then those of the caller. Used by one batch.</summary>
internal sealed class LeadCopy : IDisposable
{
    private readonly LeadJson _json;
    private long _row;

    public LeadCopy() => _json = new(Buffer, Storable);

    public CopyBuffer Buffer { get; } = new();

    /// <param name="row">The number of the row, for the error about a text that cannot be stored.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="owner">Its future owner.</param>
    /// <param name="company">The company's row; null for a lead without a company.</param>
    /// <param name="further">How many columns the caller writes after these.</param>
    public void Add(long row, Lead lead, CadenceUser owner, StoredCompany? company, int further)
    {
        _row = row;
        Buffer.StartRow(LeadColumns.Count + further);
        AddPerson(lead, owner);
        AddFacts(lead);
        AddCompany(lead, company);
    }

    public void Dispose() => Buffer.Dispose();

    private void AddPerson(Lead lead, CadenceUser owner)
    {
        Text(lead.SellsyContactId);
        Text(lead.SellsyAccount);
        Text(lead.FirstName);
        Text(lead.LastName);
        Text(owner.Id);
        Text(lead.NamedOwner.Name);
        Text(lead.NamedOwner.SellsyId);
        Text(lead.Civility);
        Text(lead.JobPosition);
        _json.Emails(lead.Emails);
        _json.Phones(lead.Phones);
        Text(lead.LinkedIn);
        Text(lead.Website);
        Buffer.Day(lead.Birthday);
    }

    private void AddFacts(Lead lead)
    {
        _json.Texts(lead.Tags);
        Buffer.Time(lead.CreatedInSellsy);
        Buffer.Time(lead.ModifiedInSellsy);
        Buffer.YesNo(lead.EmailConsent);
        Buffer.YesNo(lead.SmsConsent);
        _json.Values(lead.CustomValues);
        _json.Values(lead.UnmappedValues);
        _json.Values(lead.UnreadValues);
        Text(lead.Note);
    }

    private void AddCompany(Lead lead, StoredCompany? company)
    {
        Buffer.Number(company?.Id);
        _json.Company(company is { DiffersFromIncoming: true } ? lead.Company : null);
    }

    private void Text(string? text) => Buffer.Text(Storable(text));

    private string? Storable(string? text) => StorableText.Require(text, nameof(IFieldMapper), _row);
}

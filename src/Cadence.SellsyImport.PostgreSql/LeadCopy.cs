using System.Collections.Immutable;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Writes the entries of a batch as rows of the staging table. Used by one batch.</summary>
internal sealed class LeadCopy
{
    private readonly CopyBuffer _buffer = new();
    private readonly LeadJson _json;
    private long _row;

    public LeadCopy()
    {
        _json = new(_buffer, Storable);
        _buffer.Start();
    }

    public int Length => _buffer.Length;

    /// <summary>What was written since the last call of <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.Written;

    public void Clear() => _buffer.Clear();

    public void End() => _buffer.End();

    public void Add(int position, LeadEntry entry)
    {
        _row = entry.Row;
        _buffer.StartRow(StagingTable.Columns);
        _buffer.Number(position);
        _buffer.Number(entry.Row);
        AddPerson(entry);
        AddLists(entry.Lead);
        AddCompany(entry.Lead.Company);
    }

    private void AddPerson(LeadEntry entry)
    {
        var lead = entry.Lead;
        Text(lead.SellsyContactId);
        Text(lead.FirstName);
        Text(lead.LastName);
        Text(entry.Owner.Id);
        Text(lead.NamedOwner.Name);
        Text(lead.NamedOwner.SellsyId);
        Text(lead.Civility);
        Text(lead.JobPosition);
        _json.Emails(lead.Emails);
        _json.Phones(lead.Phones);
        Text(lead.LinkedIn);
        Text(lead.Website);
        _buffer.Day(lead.Birthday);
    }

    private void AddLists(Lead lead)
    {
        _json.Texts(lead.Tags);
        _buffer.Time(lead.CreatedInSellsy);
        _buffer.Time(lead.ModifiedInSellsy);
        _buffer.YesNo(lead.EmailConsent);
        _buffer.YesNo(lead.SmsConsent);
        _json.Values(lead.CustomValues);
        _json.Values(lead.UnmappedValues);
        _json.Values(lead.UnreadValues);
        Text(lead.Note);
    }

    private void AddCompany(LeadCompany? company)
    {
        _buffer.YesNo(company is not null);
        Text(company is { SellsyId: null } ? company.NameKey : null);
        Text(company?.SellsyId);
        Text(company?.Name);
        Text(company?.Email);
        Text(company?.Phone is { } phone ? PhoneTypes.NameOf(phone.Type) : null);
        Text(company?.Phone?.Text);
        Text(company?.Phone?.E164);
        Text(company?.Website);
        Text(company?.Size);
        Text(company?.Type);
        _json.Texts(company?.AddressLines ?? ImmutableArray<string>.Empty);
        Text(company?.ZipCode);
        Text(company?.City);
        Text(company?.State);
        Text(company?.Country);
        Text(company?.Siren);
        Text(company?.Siret);
    }

    private void Text(string? text) => _buffer.Text(Storable(text));

    private string? Storable(string? text) => StorableText.Require(text, nameof(IFieldMapper), _row);
}

using System.Globalization;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <content>The kinds of values.</content>
internal ref partial struct RowReading
{
    private string? ReadId(CompiledAssignment assignment, string text, IssueSeverity severity)
    {
        if (DigitsReader.IsDigits(text))
        {
            return TextWithin(assignment, text);
        }

        var code = SpreadsheetDamage.IsExponent(text) ? IssueCodes.DigitsLost : IssueCodes.IdNotDigits;
        if (severity == IssueSeverity.Error)
        {
            Add(new(code, severity), assignment);
        }
        else
        {
            KeepUnread(code, assignment, text);
        }

        return null;
    }

    /// <summary>The first owner of the cell; a cell of separators alone is blank.</summary>
    private string? ReadOwnerName(CompiledAssignment assignment, string text)
    {
        var name = OwnerCells.FirstName(text, out var several);
        if (name is null)
        {
            MarkBlank(assignment);
        }
        else if (several)
        {
            KeepUnread(IssueCodes.SeveralOwners, assignment, text, name);
        }

        return name;
    }

    private string? ReadOwnerId(CompiledAssignment assignment, string text)
    {
        if (OwnerCells.FirstId(text) is { } id)
        {
            return ReadId(assignment, id, IssueSeverity.Error);
        }

        MarkBlank(assignment);
        return null;
    }

    private void ReadEmails(CompiledAssignment assignment, string text)
    {
        var found = 0;
        foreach (var address in EmailReader.Split(text))
        {
            if (!EmailReader.IsValid(address))
            {
                RefuseEmail(assignment, address);
            }
            else if (!HasEmail(address))
            {
                found++;
                if (found <= _options.MaxEmails)
                {
                    _lead.Emails = _lead.Emails.Add(new(_lead.Emails.IsEmpty ? EmailType.Primary : EmailType.Secondary, address));
                }
                else
                {
                    LeadDraft.Add(ref _lead.UnreadValues, new(assignment.Field.Name, address));
                }
            }
        }

        if (found > _options.MaxEmails)
        {
            Warn(IssueCodes.TooManyEmails, assignment, Number(found), Number(_options.MaxEmails));
        }
    }

    private readonly bool HasEmail(string address)
    {
        foreach (var email in _lead.Emails)
        {
            if (string.Equals(email.Address, address, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void RefuseEmail(CompiledAssignment assignment, string address)
    {
        if (_options.InvalidEmailIsError)
        {
            Add(new(IssueCodes.EmailInvalid, IssueSeverity.Error), assignment);
        }
        else
        {
            KeepUnread(IssueCodes.EmailInvalid, assignment, address);
        }
    }

    private string? ReadCompanyEmail(CompiledAssignment assignment, string text)
    {
        if (EmailReader.IsValid(text))
        {
            return text;
        }

        KeepUnread(IssueCodes.EmailInvalid, assignment, text);
        return null;
    }

    private void ReadPhones(CompiledAssignment assignment, string text, PhoneType type)
    {
        var tooMany = 0;
        foreach (var part in PhoneReader.Split(text))
        {
            if (ReadPhone(assignment, part, type) is not { } phone)
            {
                continue;
            }

            if (_lead.Phones.Length < _options.MaxPhones)
            {
                _lead.Phones = _lead.Phones.Add(phone);
            }
            else
            {
                tooMany++;
                LeadDraft.Add(ref _lead.UnreadValues, new(assignment.Field.Name, part));
            }
        }

        if (tooMany > 0)
        {
            Warn(IssueCodes.TooManyPhones, assignment, Number(_lead.Phones.Length + tooMany), Number(_options.MaxPhones));
        }
    }

    /// <summary>A number that cannot be read as E.164 is kept as text; digits that a spreadsheet lost are no number any more.</summary>
    private LeadPhone? ReadPhone(CompiledAssignment assignment, string text, PhoneType type)
    {
        if (PhoneReader.TryReadE164(text, _options.DefaultCallingCode, out var e164))
        {
            return new(type, text, e164);
        }

        if (SpreadsheetDamage.IsExponent(text))
        {
            KeepUnread(IssueCodes.DigitsLost, assignment, text);
            return null;
        }

        Warn(IssueCodes.PhoneUnrecognised, assignment);
        return new(type, text, null);
    }

    private string? ReadWebAddress(CompiledAssignment assignment, string text)
    {
        if (WebAddressReader.IsValid(text))
        {
            return text;
        }

        KeepUnread(IssueCodes.WebAddressInvalid, assignment, text);
        return null;
    }

    private DateTime? ReadDate(CompiledAssignment assignment, string text)
    {
        var order = _facts.DateColumns.TryGetValue(assignment.Column, out var dates) ? dates.Order : DateOrder.DayFirst;
        if (DateReader.TryRead(text, order, _facts.ReferenceYear, out var value, out _))
        {
            return value;
        }

        KeepUnread(IssueCodes.DateInvalid, assignment, text, order == DateOrder.DayFirst ? "dd/MM/yyyy" : "MM/dd/yyyy");
        return null;
    }

    private bool? ReadConsent(CompiledAssignment assignment, string text)
    {
        if (ConsentReader.TryRead(text, out var consent))
        {
            return consent;
        }

        KeepUnread(IssueCodes.ConsentInvalid, assignment, text);
        return null;
    }

    private string? ReadCompanyNumber(CompiledAssignment assignment, string text, bool isValid)
    {
        if (isValid)
        {
            return CompanyNumber.Digits(text);
        }

        KeepUnread(SpreadsheetDamage.IsExponent(text) ? IssueCodes.DigitsLost : IssueCodes.CompanyNumberInvalid, assignment, text);
        return null;
    }

    private void ReadCompanyId(CompiledAssignment assignment, string text)
    {
        var ids = CompanyCells.Ids(text);
        _lead.Company.Ids = ids.Length;
        _lead.Company.SellsyId = ids.Length == 0 ? null : ReadId(assignment, ids[0], IssueSeverity.Warning);
        if (ids.Length > 1)
        {
            LeadDraft.Add(ref _lead.UnreadValues, new(assignment.Field.Name, text));
        }
    }

    /// <summary>The first company of the cell, with the first id that the file gives its name.</summary>
    private void ReadCompanyName(CompiledAssignment assignment, string text)
    {
        var first = CompanyCells.FirstName(text, _lead.Company.Ids, _facts.IsOneCompany, out var several);
        if (several)
        {
            KeepUnread(IssueCodes.SeveralCompanies, assignment, text, first);
        }

        _lead.Company.Name = TextWithin(assignment, first);
        if (_facts.CompanyIdOf(first) is { } firstId && firstId != _lead.Company.SellsyId)
        {
            if (_lead.Company.SellsyId is { } found)
            {
                Warn(IssueCodes.CompanyIdDiffers, assignment, firstId, found);
            }

            _lead.Company.SellsyId = firstId;
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

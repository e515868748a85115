using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <content>The kinds of values.</content>
internal ref partial struct RowReading
{
    private void ReadContactId(CompiledAssignment assignment, CellText text)
    {
        if (TryReadId(assignment, text, IssueSeverity.Error))
        {
            ContactId = text.Span;
            _lead.SellsyContactId = Keep(text);
        }
    }

    private bool TryReadId(CompiledAssignment assignment, scoped CellText text, IssueSeverity severity)
    {
        if (DigitsReader.IsDigits(text.Span))
        {
            return IsWithin(assignment, text.Span);
        }

        var code = SpreadsheetDamage.IsExponent(text.Span) ? IssueCodes.DigitsLost : IssueCodes.IdNotDigits;
        Report(code, severity, assignment);
        if (severity == IssueSeverity.Warning)
        {
            KeepUnread(assignment, text);
        }

        return false;
    }

    /// <summary>The first owner of the cell; a cell of separators alone is blank.</summary>
    private string? ReadOwnerName(CompiledAssignment assignment, scoped CellText text)
    {
        var name = OwnerCells.FirstName(text.ToString(), out var several);
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

    private string? ReadOwnerId(CompiledAssignment assignment, scoped CellText text)
    {
        if (OwnerCells.FirstId(text.ToString()) is { } id)
        {
            return TryReadId(assignment, new(id), IssueSeverity.Error) ? id : null;
        }

        MarkBlank(assignment);
        return null;
    }

    private readonly string? ReadCivility(scoped CellText text) => MakesLead ? CivilityReader.Read(text.ToString()) : null;

    private void ReadEmails(CompiledAssignment assignment, scoped CellText text)
    {
        var addresses = new CellParts(text.Span, stackalloc Range[CellParts.Usual]);
        var kept = new CellParts(text.Span, stackalloc Range[CellParts.Usual]);
        EmailSplitter.Split(ref addresses);
        var found = 0;
        for (var i = 0; i < addresses.Count; i++)
        {
            var address = addresses[i];
            if (!EmailReader.IsValid(address))
            {
                RefuseEmail(assignment, text.Part(address));
            }
            else if (!kept.ContainsInAnyCase(address))
            {
                found++;
                if (found > _options.MaxEmails)
                {
                    KeepUnread(assignment, text.Part(address));
                    continue;
                }

                kept.Add(address);
                if (MakesLead)
                {
                    _lead.Emails = _lead.Emails.Add(new(found == 1 ? EmailType.Primary : EmailType.Secondary, text.Part(address).ToString()));
                }
            }
        }

        if (found > _options.MaxEmails)
        {
            Warn(IssueCodes.TooManyEmails, assignment, MakesLead ? [Number(found), Number(_options.MaxEmails)] : []);
        }
    }

    private void RefuseEmail(CompiledAssignment assignment, scoped CellText address)
    {
        if (_options.InvalidEmailIsError)
        {
            Report(IssueCodes.EmailInvalid, IssueSeverity.Error, assignment);
        }
        else
        {
            KeepUnread(IssueCodes.EmailInvalid, assignment, address);
        }
    }

    /// <summary>A cell that is one address as it stands.</summary>
    private string? ReadEmail(CompiledAssignment assignment, scoped CellText text)
    {
        if (EmailReader.IsValid(text.Span))
        {
            return Keep(text);
        }

        KeepUnread(IssueCodes.EmailInvalid, assignment, text);
        return null;
    }

    private void ReadPhones(CompiledAssignment assignment, scoped CellText text, PhoneType type)
    {
        var numbers = new CellParts(text.Span, stackalloc Range[CellParts.Usual]);
        PhoneSplitter.Split(ref numbers);
        var tooMany = 0;
        for (var i = 0; i < numbers.Count; i++)
        {
            var number = text.Part(numbers[i]);
            if (!TryReadPhone(assignment, number, type, out var phone))
            {
                continue;
            }

            if (_phones >= _options.MaxPhones)
            {
                tooMany++;
                KeepUnread(assignment, number);
                continue;
            }

            _phones++;
            if (phone is not null)
            {
                _lead.Phones = _lead.Phones.Add(phone);
            }
        }

        if (tooMany > 0)
        {
            Warn(IssueCodes.TooManyPhones, assignment, MakesLead ? [Number(_phones + tooMany), Number(_options.MaxPhones)] : []);
        }
    }

    /// <summary>A number that cannot be read as E.164 is kept as text; digits that a spreadsheet has damaged are no number.</summary>
    /// <param name="assignment">The field.</param>
    /// <param name="text">The number.</param>
    /// <param name="type">What kind of number the field holds.</param>
    /// <param name="phone">The number of the lead, or null if only the verdict is wanted.</param>
    /// <returns>Whether it is kept as a number.</returns>
    private bool TryReadPhone(CompiledAssignment assignment, scoped CellText text, PhoneType type, out LeadPhone? phone)
    {
        Span<char> e164 = stackalloc char[PhoneReader.LongestE164];
        phone = null;
        if (PhoneReader.TryReadE164(text.Span, _options.DefaultCallingCode, e164, out var length))
        {
            phone = MakesLead ? new(type, text.ToString(), e164[..length].ToString()) : null;
            return true;
        }

        if (SpreadsheetDamage.IsExponent(text.Span))
        {
            KeepUnread(IssueCodes.DigitsLost, assignment, text);
            return false;
        }

        Warn(IssueCodes.PhoneUnrecognised, assignment);
        phone = MakesLead ? new(type, text.ToString(), null) : null;
        return true;
    }

    private string? ReadWebAddress(CompiledAssignment assignment, scoped CellText text)
    {
        if (WebAddressReader.IsValid(text.Span))
        {
            return Keep(text);
        }

        KeepUnread(IssueCodes.WebAddressInvalid, assignment, text);
        return null;
    }

    private string? ReadNote(CompiledAssignment assignment, scoped CellText text) => MakesLead || assignment.Field.MaxLength is not null
        ? TextWithin(assignment, new(NoteReader.ToText(text.ToString())))
        : null;

    /// <summary>A date in the order of its column, which only the whole file shows.</summary>
    private DateTime? ReadDate(CompiledAssignment assignment, scoped CellText text)
    {
        if (_scanner?.TryAddDate(assignment, text.Span) == true)
        {
            return null;
        }

        var order = _facts.DateColumns.TryGetValue(assignment.Column, out var dates) ? dates.Order : DateOrder.DayFirst;
        if (DateReader.TryRead(text.Span, order, _facts.ReferenceYear, out var value, out _))
        {
            return value;
        }

        KeepUnread(IssueCodes.DateInvalid, assignment, text, DateScan.FormatOf(order));
        return null;
    }

    private bool? ReadConsent(CompiledAssignment assignment, scoped CellText text)
    {
        if (ConsentReader.TryRead(text.Span, out var consent))
        {
            return consent;
        }

        KeepUnread(IssueCodes.ConsentInvalid, assignment, text);
        return null;
    }

    private string? ReadCompanyNumber(CompiledAssignment assignment, scoped CellText text, bool isValid)
    {
        if (isValid)
        {
            return MakesLead ? CompanyNumber.Digits(text.ToString()) : null;
        }

        KeepUnread(SpreadsheetDamage.IsExponent(text.Span) ? IssueCodes.DigitsLost : IssueCodes.CompanyNumberInvalid, assignment, text);
        return null;
    }
}

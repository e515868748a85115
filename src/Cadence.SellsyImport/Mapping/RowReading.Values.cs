using System.Globalization;
using System.Runtime.CompilerServices;
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
            _lead.Lead.SellsyContactId = Keep(text);
        }
    }

    private bool TryReadId(CompiledAssignment assignment, scoped CellText text, IssueSeverity severity)
    {
        if (DigitsReader.IsDigits(text.Span))
        {
            return IsWithin(assignment, text);
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
        var name = OwnerCells.FirstName(text.ToString(), _facts.OwnersWithComma, out var several);
        if (name is null)
        {
            MarkBlank();
        }
        else if (several)
        {
            _namesSeveralOwners = true;
            KeepUnread(IssueCodes.SeveralOwners, assignment, text, name);
        }

        return name;
    }

    private string? ReadOwnerId(CompiledAssignment assignment, scoped CellText text)
    {
        if (OwnerCells.FirstId(text.ToString(), out var several) is { } id)
        {
            if (several && !_namesSeveralOwners)
            {
                Warn(IssueCodes.SeveralOwners, assignment, id);
            }

            if (several)
            {
                KeepUnread(assignment, text);
            }

            return TryReadId(assignment, new(id), IssueSeverity.Error) ? id : null;
        }

        MarkBlank();
        return null;
    }

    private readonly string? ReadCivility(scoped CellText text) => MakesLead ? CivilityReader.Read(text.ToString()) : null;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadEmails(CompiledAssignment assignment, scoped CellText text)
    {
        var addresses = new CellParts(text.Span, stackalloc Range[CellParts.Usual]);
        EmailSplitter.Split(ref addresses);
        var tooMany = false;
        for (var i = 0; i < addresses.Count; i++)
        {
            var address = text.Part(addresses[i]);
            if (!EmailReader.IsFullyQualified(address.Span))
            {
                RefuseEmail(assignment, address);
            }
            else if (_scanner is not null)
            {
                _emails++;
                _scanner.AddAddress(0, address.Span);
            }
            else if (!HasEmail(address.Span))
            {
                _emails++;
                tooMany |= !TryAddEmail(assignment, address);
            }
        }

        if (tooMany)
        {
            Warn(IssueCodes.TooManyEmails, assignment, Number(_emails), Number(_options.MaxEmails));
        }
    }

    private bool TryAddEmail(CompiledAssignment assignment, scoped CellText address)
    {
        if (_emails > _options.MaxEmails)
        {
            KeepUnread(assignment, address);
            return false;
        }

        _lead.Lead.Emails = _lead.Lead.Emails.Items.Add(new(_emails == 1 ? EmailType.Primary : EmailType.Secondary, address.ToString()));
        return true;
    }

    private readonly bool HasEmail(scoped ReadOnlySpan<char> address)
    {
        foreach (var email in _lead.Lead.Emails.Items)
        {
            if (address.Equals(email.Address, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void RefuseEmail(CompiledAssignment assignment, scoped CellText address)
    {
        if (SpreadsheetError.Is(address.Span))
        {
            KeepUnread(IssueCodes.SpreadsheetError, assignment, address, MakesLead ? [address.ToString()] : []);
        }
        else if (_options.InvalidEmailIsError)
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
        if (EmailReader.IsFullyQualified(text.Span))
        {
            return Keep(text);
        }

        KeepUnread(IssueCodes.EmailInvalid, assignment, text);
        return null;
    }

    private void ReadTags(CompiledAssignment assignment, scoped CellText text)
    {
        var tags = new CellParts(text.Span, stackalloc Range[CellParts.Usual]);
        MultiValueCell.Split(ref tags);
        if (tags.Count == 0)
        {
            MarkBlank();
        }
        else if (MakesLead)
        {
            _lead.Lead.Tags = TagsReader.Read(text.Span, _lead.Lead.Tags);
        }
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
        if (DayNumber.Is(text.Span))
        {
            KeepUnread(IssueCodes.DateIsDayNumber, assignment, text);
            return null;
        }

        if (_scanner?.TryAddDate(assignment, text.Span) == true)
        {
            return null;
        }

        var order = _facts.DateColumns.TryGetValue(assignment.Column, out var dates) ? dates.Order : DateOrder.DayFirst;
        if (DateReader.TryRead(text.Span, order, _facts.ReferenceYear, out var value, out _))
        {
            return value;
        }

        KeepUnread(IssueCodes.DateInvalid, assignment, text, DateReader.FormatOf(order));
        return null;
    }

    /// <summary>A consent; a refusal is reported, so that it is counted.</summary>
    private bool? ReadConsent(CompiledAssignment assignment, scoped CellText text)
    {
        var consent = ReadYesNo(assignment, text, IssueCodes.ConsentInvalid) is { } value ? value != assignment.IsInverted : (bool?)null;
        if (consent == false)
        {
            Warn(IssueCodes.ContactOptedOut, assignment);
        }

        return consent;
    }

    private bool? ReadYesNo(CompiledAssignment assignment, scoped CellText text, string code)
    {
        if (ConsentReader.TryRead(text.Span, out var value))
        {
            return value;
        }

        KeepUnread(code, assignment, text);
        return null;
    }

    private string? ReadNumber(CompiledAssignment assignment, scoped CellText text)
    {
        if (NumberReader.TryRead(text.Span, out var number))
        {
            return MakesLead ? number.ToString("0.############################", CultureInfo.InvariantCulture) : null;
        }

        KeepUnread(IssueCodes.NumberInvalid, assignment, text);
        return null;
    }

    private string? ReadChoice(CompiledAssignment assignment, scoped CellText text)
    {
        if (assignment.Choices!.Find(text.Span) is { } choice)
        {
            return choice;
        }

        KeepUnread(IssueCodes.ChoiceUnknown, assignment, text, MakesLead ? [string.Join(", ", assignment.Field.Choices)] : []);
        return null;
    }

    private string? ReadCompanyNumber(CompiledAssignment assignment, scoped CellText text, bool isValid)
    {
        if (isValid)
        {
            return MakesLead ? CompanyNumber.Digits(text.ToString()) : null;
        }

        KeepUnread(IssueCodes.CompanyNumberInvalid, assignment, text);
        return null;
    }
}

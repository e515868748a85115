using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <content>The phone numbers.</content>
internal ref partial struct RowReading
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadPhones(CompiledAssignment assignment, scoped CellText text, PhoneType type)
    {
        Span<char> e164 = stackalloc char[PhoneReader.LongestE164];
        var tooMany = 0;
        if (!PhoneSplitter.HasHardSeparator(text.Span) && TryReadE164(text.Span, type, e164, out var length))
        {
            AddPhone(assignment, text, type, e164[..length], ref tooMany);
        }
        else
        {
            ReadSeveralPhones(assignment, text, type, ref tooMany);
        }

        if (tooMany > 0)
        {
            Warn(IssueCodes.TooManyPhones, assignment, Number(_phones), Number(_options.MaxPhones));
        }
    }

    private void ReadSeveralPhones(CompiledAssignment assignment, scoped CellText text, PhoneType type, ref int tooMany)
    {
        Span<char> e164 = stackalloc char[PhoneReader.LongestE164];
        var numbers = new CellParts(text.Span, stackalloc Range[CellParts.Usual]);
        new PhoneSplitter(_options.DefaultCallingCode, type == PhoneType.Fax).Split(ref numbers);
        for (var i = 0; i < numbers.Count; i++)
        {
            var number = text.Part(numbers[i]);
            if (TryReadE164(number.Span, type, e164, out var length))
            {
                AddPhone(assignment, number, type, e164[..length], ref tooMany);
            }
            else if (IsKeptAsPhone(assignment, number))
            {
                AddPhone(assignment, number, type, [], ref tooMany);
            }
        }
    }

    /// <summary>A cell that is one number.</summary>
    private LeadPhone? ReadPhone(CompiledAssignment assignment, scoped CellText text)
    {
        Span<char> e164 = stackalloc char[PhoneReader.LongestE164];
        var isRead = TryReadE164(text.Span, PhoneType.Phone, e164, out var length);
        return (isRead || IsKeptAsPhone(assignment, text)) && MakesLead ? new(PhoneType.Phone, text.ToString(), isRead ? e164[..length].ToString() : null) : null;
    }

    private readonly bool TryReadE164(scoped ReadOnlySpan<char> text, PhoneType type, scoped Span<char> e164, out int length) =>
        PhoneReader.TryReadE164(text, _options.DefaultCallingCode, e164, out length, type == PhoneType.Fax);

    /// <summary>Reports a number that cannot be read as E.164, and whose text is kept; what a spreadsheet has damaged is no number.</summary>
    private bool IsKeptAsPhone(CompiledAssignment assignment, scoped CellText text)
    {
        if (LostValue.CodeOf(assignment.Field.Kind, text.Span) is { } lost)
        {
            KeepUnread(lost, assignment, text, ArgumentsOf(lost, text));
            return false;
        }

        Warn(IssueCodes.PhoneUnrecognised, assignment);
        return true;
    }

    /// <summary>Adds a number, unless the lead has it already.</summary>
    private void AddPhone(CompiledAssignment assignment, scoped CellText text, PhoneType type, scoped ReadOnlySpan<char> e164, ref int tooMany)
    {
        if (_scanner is not null)
        {
            _phones++;
            if (!e164.IsEmpty)
            {
                _scanner.AddAddress(ScannedAddress.KindOf(type), e164);
            }
        }
        else if (!HasPhone(text.Span, type, e164))
        {
            _phones++;
            if (_phones > _options.MaxPhones)
            {
                tooMany++;
                KeepUnread(assignment, text);
            }
            else
            {
                _lead.Lead.Phones = _lead.Lead.Phones.Items.Add(new(type, text.ToString(), e164.IsEmpty ? null : e164.ToString()));
            }
        }
    }

    /// <summary>Whether the lead has a number of this kind, however it is written; two extensions are two numbers.</summary>
    private readonly bool HasPhone(scoped ReadOnlySpan<char> text, PhoneType type, scoped ReadOnlySpan<char> e164)
    {
        foreach (var phone in _lead.Lead.Phones.Items)
        {
            if (phone.Type == type
                && (e164.IsEmpty
                    ? text.SequenceEqual(phone.Text)
                    : e164.SequenceEqual(phone.E164) && PhoneWords.ExtensionOf(text).SequenceEqual(PhoneWords.ExtensionOf(phone.Text))))
            {
                return true;
            }
        }

        return false;
    }
}

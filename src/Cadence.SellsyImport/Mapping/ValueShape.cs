using Cadence.SellsyImport.Text;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>The kinds of characters in a value: enough to distinguish kinds of columns, not to validate a value.</summary>
internal readonly ref struct ValueShape
{
    private const int ShortestPhone = 9;
    private const int SiretDigits = 14;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _otherMarks;
    private readonly int _ats;

    public ValueShape(ReadOnlySpan<char> value)
    {
        _text = BlankCharacters.Trim(value).TrimStart('\'');
        foreach (var character in _text)
        {
            switch (character)
            {
                case '@':
                    _ats++;
                    break;
                case var digit when char.IsAsciiDigit(digit):
                    Digits++;
                    break;
                case var letter when char.IsLetter(letter):
                    Letters++;
                    break;
                case var blank when char.IsWhiteSpace(blank):
                    break;
                default:
                    _otherMarks++;
                    break;
            }
        }
    }

    public ReadOnlySpan<char> Text => _text;

    public int Digits { get; }

    public int Letters { get; }

    public int Length => _text.Length;

    /// <summary>Whether nothing stands in the cell, or what a spreadsheet writes for nothing.</summary>
    public bool IsBlank => EmptyValue.IsBlank(_text) || SpreadsheetError.Is(_text);

    public bool HasAt => _ats > 0;

    public bool HasDigit => Digits > 0;

    public bool HasLetter => Letters > 0;

    public bool HasMoreLettersThanDigits => Letters > Digits;

    /// <summary>Digits and blanks alone.</summary>
    public bool IsDigits => Digits > 0 && Letters == 0 && _otherMarks == 0 && _ats == 0;

    /// <summary>Fourteen digits with the check digits of a SIRET, which no id of Sellsy has.</summary>
    public bool IsSiret => Digits == SiretDigits && IsDigits && CompanyNumber.IsSiret(_text);

    /// <summary>Text, one <c>@</c>, a dotted name: an address, or several in one cell.</summary>
    public bool IsEmail => _ats > 0
        && _text.IndexOf('@') > 0
        && _text[(_text.LastIndexOf('@') + 1)..].IndexOf('.') > 0
        && _text.IndexOf("://") < 0;

    /// <summary>Digits that a spreadsheet turned into a number: <c>3,41174E+13</c>, <c>1204.0</c>.</summary>
    public bool IsSpreadsheetNumber => SpreadsheetDamage.IsExponent(_text) || IsWholeNumberWithDecimals;

    /// <summary>At least nine digits with the marks of a phone number and no letter.</summary>
    public bool IsPhone => Digits >= ShortestPhone
        && _text.IndexOfAnyExcept("+0123456789 .-/()\u00A0\u202F") < 0
        && !IsDate
        && (_text[0] is '+' or '0' or '(' || Digits <= ShortestPhone + 1);

    /// <summary>A day written with digits, with or without a time: <c>03/04/2026</c>, <c>2026-04-03 10:00</c>.</summary>
    public bool IsDate
    {
        get
        {
            var end = _text.IndexOfAny(' ', 'T', ',');
            var day = end < 0 ? _text : _text[..end];
            if (day.Length is < 6 or > 10)
            {
                return false;
            }

            var first = day.IndexOfAny('/', '-', '.');
            var last = day.LastIndexOfAny('/', '-', '.');
            return first > 0 && last > first + 1 && day[first] == day[last] && day.IndexOfAnyExcept("0123456789/-.") < 0
                && day[(first + 1)..last].IndexOfAny('/', '-', '.') < 0 && (first == 4 || last - first <= 3);
        }
    }

    /// <summary>A spreadsheet's number for a day.</summary>
    public bool IsDayNumber => DayNumber.Is(_text);

    private bool IsWholeNumberWithDecimals
    {
        get
        {
            var point = _text.IndexOfAny('.', ',');
            return point > 0 && Letters == 0 && _otherMarks == 1 && Digits > 1 && _text[(point + 1)..].Trim('0').IsEmpty;
        }
    }
}

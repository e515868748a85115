using System.Runtime.CompilerServices;
using System.Text;

namespace Cadence.SellsyImport.Text;

/// <summary>Writes folded characters; a run of blanks becomes one space between what is written, and none around it.</summary>
internal ref struct FoldWriter(Span<char> space)
{
    private readonly Span<char> _space = space;
    private int _length;
    private bool _blankPending;

    public readonly ReadOnlySpan<char> Written => _space[.._length];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(char character, bool isHeading)
    {
        if (char.IsAsciiLetterOrDigit(character))
        {
            Write(char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character);
            return;
        }

        if (!char.IsAscii(character) && (FoldTable.IsMark(character) || BlankCharacters.IsInvisible(character)))
        {
            return;
        }

        if (isHeading ? !IsHeadingCharacter(character) : BlankCharacters.IsBlank(character))
        {
            _blankPending = true;
        }
        else
        {
            Write(isHeading ? FoldTable.Fold(character) : FoldTable.Fold(OneForm(character)));
        }
    }

    /// <summary>Adds a character outside the Basic Multilingual Plane to a heading; a symbol such as an emoji is a blank.</summary>
    public void AddHeadingPair(char high, char low)
    {
        if (!Rune.IsLetterOrDigit(new Rune(high, low)))
        {
            _blankPending = true;
            return;
        }

        Write(high);
        Write(low);
    }

    private static char OneForm(char character) => character switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D' => '-',
        '`' or '\u00B4' or '\u02B9' or '\u02BB' or '\u02BC' or '\u02BD' or '\u02C8' or '\u2018' or '\u2019' or '\u201B' or '\u2032'
            or '\uFF07' => '\'',
        _ => character,
    };

    // An ordinal sign (Nº) and a modifier apostrophe are letters in Unicode, but punctuation in a heading.
    private static bool IsHeadingCharacter(char character) =>
        char.IsLetterOrDigit(character)
            ? character is not ('\u00AA' or '\u00BA' or (>= '\u02B0' and <= '\u02FF'))
            : char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Write(char character)
    {
        if (_blankPending && _length > 0)
        {
            _space[_length++] = ' ';
        }

        _blankPending = false;
        _space[_length++] = character;
    }
}

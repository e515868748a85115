using System.Text.Unicode;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Collects what the lines of a file say about its encoding: UTF-8 if most of those that are not ASCII are valid, else the code page in which
/// most of them make sense. Windows-1252 goes before the others.
/// </summary>
internal sealed class EncodingEvidence
{
    /// <summary>So many lines decide.</summary>
    private const int EnoughLines = 50;

    /// <summary>One such line in so many is no accident.</summary>
    private const int ForeignShare = 4;

    private bool _hasControls;
    private bool _hasPart15;
    private int _judged;
    private int _windows;
    private int _dos;
    private int _macintosh;
    private int _foreign;
    private int _otherAlphabet;
    private string? _foreignCodePages;

    public int Utf8Lines { get; private set; }

    public int SingleByteLines { get; private set; }

    /// <summary>Whether more lines would not change the finding.</summary>
    public bool IsEnough => Utf8Lines > 0 || _judged >= EnoughLines;

    /// <summary>Adds the whole lines of a part of the file.</summary>
    public void Add(ReadOnlySpan<byte> part)
    {
        var whole = LineEnds.LengthOfWholeLines(part);
        var rest = part[..(whole == 0 ? part.Length : whole)];
        _hasControls |= rest.ContainsAnyInRange((byte)0x80, (byte)0x9F);
        _hasPart15 |= !_hasControls && Part15Evidence.IsIn(rest);
        while (!rest.IsEmpty)
        {
            var end = LineEnds.IndexOfFirst(rest);
            AddLine(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
    }

    /// <summary>The encoding; UTF-8 if all lines are ASCII.</summary>
    public EncodingFinding ToFinding()
    {
        if (Utf8Lines >= SingleByteLines)
        {
            return new(TextEncoding.Utf8, 0, Utf8Lines, SingleByteLines);
        }

        if (_dos <= _windows && _macintosh <= _windows)
        {
            var encoding = _hasPart15 && !_hasControls ? TextEncoding.Iso8859Part15 : TextEncoding.Windows1252;
            return new(encoding, 0, SingleByteLines - _foreign, Utf8Lines + _foreign) { Doubt = ForeignDoubt() };
        }

        return _dos == _macintosh
            ? new(TextEncoding.Windows1252, 0, _windows, Utf8Lines + _judged - _windows) { Doubt = new(CodePages.Of(true, true), IsError: true) }
            : _dos > _macintosh
                ? new(TextEncoding.Ibm850, 0, _dos, Utf8Lines + _judged - _dos)
                : new(TextEncoding.Macintosh, 0, _macintosh, Utf8Lines + _judged - _macintosh);
    }

    private CodePageDoubt? ForeignDoubt() => ForeignShare * _foreign < _judged || _foreign == 0
        ? null
        : new(2 * _otherAlphabet > _foreign ? "windows-1251, windows-1253" : _foreignCodePages!, IsError: false);

    private void AddLine(ReadOnlySpan<byte> line)
    {
        var isValid = Utf8.IsValid(line);
        if (isValid)
        {
            Utf8Lines += LineEncoding.HasEvidenceOfUtf8(line) ? 1 : 0;
        }
        else if (!SingleByteEvidence.IsCutUtf8(line))
        {
            SingleByteLines++;
            Judge(line);
        }
    }

    private void Judge(ReadOnlySpan<byte> line)
    {
        if (_judged == EnoughLines)
        {
            return;
        }

        _judged++;
        _windows += Makes(line, TextEncoding.Windows1252) || Makes(line, TextEncoding.Iso8859Part15) ? 1 : 0;
        _dos += Makes(line, TextEncoding.Ibm850) ? 1 : 0;
        _macintosh += Makes(line, TextEncoding.Macintosh) ? 1 : 0;
        var codePages = ForeignLetters.CodePagesOf(line);
        var isOther = ForeignLetters.AreOfAnotherAlphabet(line);
        _foreignCodePages ??= codePages;
        _foreign += codePages is not null || isOther ? 1 : 0;
        _otherAlphabet += isOther ? 1 : 0;
    }

    private static bool Makes(ReadOnlySpan<byte> line, TextEncoding encoding) => SingleByteSense.Makes(line, encoding.SingleByte, isStrict: true);
}

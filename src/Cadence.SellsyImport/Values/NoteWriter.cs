using System.Text;

namespace Cadence.SellsyImport.Values;

/// <summary>
/// Writes the lines of a note. Where tags make the lines, a line break of the source is a blank, as in HTML; where they make none, it is
/// what the writer of the note meant.
/// </summary>
internal sealed class NoteWriter(int capacity, bool tagsMakeLines)
{
    private readonly StringBuilder _text = new(capacity);
    private bool _lineOwed;
    private bool _lineStarted;
    private bool _blankOwed;

    public void Add(HtmlTagKind kind)
    {
        switch (kind)
        {
            case HtmlTagKind.LineBreak:
                PayLine();
                EndLine();
                break;
            case HtmlTagKind.Block:
                _lineOwed |= _lineStarted;
                _blankOwed = false;
                break;
            case HtmlTagKind.Cell:
                _blankOwed |= _lineStarted;
                break;
        }
    }

    public void Add(string text)
    {
        foreach (var character in text)
        {
            if (tagsMakeLines && character is (' ' or '\t' or '\n'))
            {
                _blankOwed |= _lineStarted && !_lineOwed;
                continue;
            }

            PayLine();
            if (_blankOwed)
            {
                _text.Append(' ');
                _blankOwed = false;
            }

            _text.Append(character);
            _lineStarted = true;
        }
    }

    /// <summary>The text, without blanks at the ends of lines and without empty lines around it.</summary>
    public override string ToString()
    {
        var lines = _text.ToString().Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = lines[i].TrimEnd();
        }

        return string.Join('\n', lines).Trim('\n');
    }

    private void PayLine()
    {
        if (_lineOwed)
        {
            EndLine();
        }
    }

    private void EndLine()
    {
        _text.Append('\n');
        _lineOwed = false;
        _lineStarted = false;
        _blankOwed = false;
    }
}

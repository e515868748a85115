namespace Cadence.SellsyImport.Files;

/// <summary>
/// Stores where the encoding of the file changes. Lines are examined again if a block starts before the end of the last one, and must give
/// the same result as the first time.
/// </summary>
internal sealed class EncodingChanges
{
    private readonly TextEncoding _declared;
    private readonly List<(long Offset, TextEncoding Encoding)> _changes = [];
    private TextEncoding _before;

    public EncodingChanges(TextEncoding declared) => _declared = _before = declared;

    /// <summary>Whether the lines before were UTF-8, so that more of it is no change.</summary>
    public bool StaysUtf8 => (_changes.Count > 0 ? _changes[^1].Encoding : _before) == TextEncoding.Utf8;

    /// <summary>Whether all lines are of the encoding of the file, so that reading which starts at any of them finds the same.</summary>
    public bool AreNone => _changes.Count == 0 && _before == _declared;

    /// <summary>Removes the changes at an offset or after it, because the lines from there on are examined again.</summary>
    public void ReturnTo(long offset)
    {
        while (_changes.Count > 0 && _changes[^1].Offset >= offset)
        {
            _changes.RemoveAt(_changes.Count - 1);
        }

        if (_changes.Count > 0)
        {
            _before = _changes[^1].Encoding;
            _changes.Clear();
        }
    }

    /// <summary>Notes the encoding of a line that is not ASCII.</summary>
    /// <returns>Whether it differs from that of the lines before.</returns>
    public bool Note(long offset, TextEncoding encoding)
    {
        var current = _changes.Count > 0 ? _changes[^1].Encoding : _before;
        if (encoding == current)
        {
            return false;
        }

        _changes.Add((offset, encoding));
        return true;
    }
}

using System.Xml;

namespace Cadence.SellsyImport.Excel;

/// <summary>Reads the XML of one part forwards, without document types, external entities and deep nesting.</summary>
internal sealed class PartReader : IDisposable
{
    private const int MostDepth = 64;

    private readonly XmlReader _xml;

    public PartReader(Stream part)
    {
        var settings = new XmlReaderSettings
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new FewNames(),

            // A control character is the fault of its row, not of the workbook.
            CheckCharacters = false,
        };
        _xml = XmlReader.Create(part, settings);
    }

    /// <summary>The name of the element or attribute without its prefix.</summary>
    public string Name => _xml.LocalName;

    /// <summary>The value of the attribute.</summary>
    public string Value => _xml.Value;

    public int Depth => _xml.Depth;

    public bool IsStart => _xml.NodeType == XmlNodeType.Element;

    public bool IsEnd => _xml.NodeType == XmlNodeType.EndElement;

    /// <summary>Whether the element is closed within its tag, so that no end follows.</summary>
    public bool IsEmpty => _xml.IsEmptyElement;

    /// <summary>Moves to the next node; false at the end of the part.</summary>
    public bool Read()
    {
        var isRead = _xml.Read();
        return _xml.Depth <= MostDepth ? isRead : throw new InvalidDataException("The elements of the part are nested too deeply.");
    }

    /// <summary>Moves to the next start of an element within one at a depth; false at the end of that one.</summary>
    public bool ReadStartWithin(int depth)
    {
        while (Read() && Depth > depth)
        {
            if (IsStart)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves to the next attribute without a prefix; false, and back at the element, after the last one.</summary>
    public bool ReadAttribute()
    {
        while (_xml.MoveToNextAttribute())
        {
            if (_xml.Prefix.Length == 0)
            {
                return true;
            }
        }

        _xml.MoveToElement();
        return false;
    }

    /// <summary>The value of an attribute, or null.</summary>
    public string? Attribute(string name) => _xml.GetAttribute(name);

    /// <summary>The value of an attribute of any namespace, such as the <c>r:id</c> of a sheet, or null.</summary>
    public string? PrefixedAttribute(string name)
    {
        string? value = null;
        while (_xml.MoveToNextAttribute())
        {
            value = _xml.Prefix.Length > 0 && _xml.LocalName == name ? _xml.Value : value;
        }

        _xml.MoveToElement();
        return value;
    }

    /// <summary>Adds the text of the element to a buffer, and moves to its end.</summary>
    public void ReadText(TextBuffer text)
    {
        if (IsEmpty)
        {
            return;
        }

        for (var depth = Depth; Read() && Depth > depth;)
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Append(_xml.Value);
            }
        }
    }

    /// <summary>Adds the text of a string, which may be made of runs, to a buffer, and moves to its end. Phonetic readings are left out.</summary>
    public void ReadRuns(TextBuffer text)
    {
        if (IsEmpty)
        {
            return;
        }

        for (var depth = Depth; ReadStartWithin(depth);)
        {
            if (Name == "t")
            {
                ReadText(text);
            }
            else if (Name == "rPh")
            {
                Skip();
            }
        }
    }

    public void Dispose() => _xml.Dispose();

    private void Skip()
    {
        var (depth, isOpen) = (Depth, !IsEmpty);
        while (isOpen)
        {
            isOpen = ReadStartWithin(depth);
        }
    }
}

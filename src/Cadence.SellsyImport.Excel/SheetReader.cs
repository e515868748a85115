using System.Globalization;

namespace Cadence.SellsyImport.Excel;

/// <summary>Reads the rows of a sheet one after the other (ECMA-376 part 1, 18.3).</summary>
internal sealed class SheetReader : IDisposable
{
    private readonly PartReader _reader;
    private readonly SharedStrings _strings;
    private readonly NumberFormats _formats;
    private readonly bool _countsFrom1904;
    private readonly SheetFindings _findings;
    private readonly TextBuffer _text;
    private readonly FieldText _field = new();
    private bool _isInRows;
    private int _column;

    public SheetReader(WorkbookPackage package, string part, SharedStrings strings, NumberFormats formats, bool countsFrom1904, SheetFindings findings)
    {
        _reader = package.Open(part);
        (_strings, _formats, _countsFrom1904, _findings) = (strings, formats, countsFrom1904, findings);
        _text = new(package);
    }

    /// <summary>The one-based number of the row that was read last; 0 before the first.</summary>
    public int Row { get; private set; }

    /// <summary>Reads the next row; false after the last one, when the whole part has been read.</summary>
    /// <exception cref="InvalidDataException">The part is damaged.</exception>
    /// <exception cref="System.Xml.XmlException">The part is no XML.</exception>
    public bool Read(RowText row)
    {
        while (_reader.Read())
        {
            if (_reader is { IsEnd: true, Depth: 1 })
            {
                _isInRows = false;
            }
            else if (!_reader.IsStart)
            {
                continue;
            }
            else if (_reader is { Depth: 0, Name: not "worksheet" })
            {
                throw new InvalidDataException("The part is no worksheet.");
            }
            else if (_reader is { Depth: 1, Name: "sheetData", IsEmpty: false })
            {
                _isInRows = true;
            }
            else if (_isInRows && _reader is { Depth: 2, Name: "row" })
            {
                ReadRow(row);
                return true;
            }
            else if (_reader is { Depth: 2, Name: "mergeCell" } && _reader.Attribute("ref") is { } cells)
            {
                _findings.Add(IssueCodes.MergedCells, cells);
            }
        }

        return false;
    }

    public void Dispose() => _reader.Dispose();

    private static int Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private void ReadRow(RowText row)
    {
        row.Clear();
        _column = -1;
        var (number, isHidden, isEmpty) = (Row + 1, false, _reader.IsEmpty);
        while (_reader.ReadAttribute())
        {
            switch (_reader.Name)
            {
                case "r":
                    number = Number(_reader.Value);
                    break;
                case "hidden":
                    isHidden |= Workbook.IsTrue(_reader.Value);
                    break;
                case "ht":
                    isHidden |= _reader.Value == "0";
                    break;
            }
        }

        Row = number > Row && number <= CellReference.MostRows
            ? number
            : throw new InvalidDataException("The rows of the sheet are not in their order.");
        if (!isEmpty)
        {
            for (var depth = _reader.Depth; _reader.ReadStartWithin(depth);)
            {
                if (_reader.Name == "c" && _reader.Depth == depth + 1)
                {
                    ReadCell(row);
                }
            }
        }

        if (isHidden && row.Fields > 0)
        {
            _findings.Add(IssueCodes.HiddenRows, Row.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void ReadCell(RowText row)
    {
        var (column, style, type, isEmpty) = (_column + 1, 0, CellType.Number, _reader.IsEmpty);
        while (_reader.ReadAttribute())
        {
            switch (_reader.Name)
            {
                case "r":
                    column = CellReference.Column(_reader.Value);
                    break;
                case "s":
                    style = Number(_reader.Value);
                    break;
                case "t":
                    type = TypeOf(_reader.Value);
                    break;
            }
        }

        _column = column > _column && column < CellReference.MostColumns
            ? column
            : throw new InvalidDataException("The cells of a row are not in their order.");
        if (!isEmpty)
        {
            ReadContent(type);
            row.Add(column, FieldOf(type, style));
        }
    }

    /// <summary>Reads the text of a cell, and reports a formula without one.</summary>
    private void ReadContent(CellType type)
    {
        _text.Clear();
        var (hasFormula, hasValue) = (false, false);
        for (var depth = _reader.Depth; _reader.ReadStartWithin(depth);)
        {
            switch (_reader.Name)
            {
                case "v":
                    hasValue = true;
                    _reader.ReadText(_text);
                    break;
                case "is" when type == CellType.InlineString:
                    hasValue = true;
                    _reader.ReadRuns(_text);
                    break;
                case "f":
                    hasFormula = true;
                    break;
            }
        }

        if (hasFormula && !hasValue)
        {
            _findings.Add(IssueCodes.FormulasWithoutValue, _column, Row);
        }
    }

    private ReadOnlySpan<byte> FieldOf(CellType type, int style)
    {
        switch (type)
        {
            case CellType.SharedString when !_text.Text.IsEmpty:
                return _strings.FieldOf(Number(_text.Text.Trim()));
            case CellType.Boolean:
                return _text.Text.Trim() switch
                {
                    "1" or "true" => "TRUE"u8,
                    "0" or "false" => "FALSE"u8,
                    var other => _field.Of(other),
                };
            case CellType.Number when double.TryParse(_text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                if (NumberText.IsRounded(number))
                {
                    _findings.Add(IssueCodes.NumbersRounded, _column, Row);
                }

                return _field.Of(NumberText.Of(number, _formats[style], _countsFrom1904));
            case CellType.Date:
                return _field.Of(NumberText.OfDate(_text.Text.Trim(), _formats[style]));
            default:
                _text.Unescape();
                return _field.Of(_text.Text);
        }
    }

    private static CellType TypeOf(string type) => type switch
    {
        "n" => CellType.Number,
        "s" => CellType.SharedString,
        "b" => CellType.Boolean,
        "d" => CellType.Date,
        "inlineStr" => CellType.InlineString,
        _ => CellType.Text,
    };

    private enum CellType
    {
        Number,
        SharedString,
        Boolean,
        Date,
        InlineString,
        Text,
    }
}

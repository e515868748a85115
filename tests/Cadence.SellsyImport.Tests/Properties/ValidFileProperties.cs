using System.Text;
using Cadence.SellsyImport.Tests.Files;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Cadence.SellsyImport.Tests.Properties;

/// <summary>Files that are valid under RFC 4180, whatever their cells hold: no row is refused and every cell is read as it was written.</summary>
public sealed class ValidFileProperties
{
    private static readonly string[] Headings = ["Prénom", "Nom", "E-mail", "Téléphone", "Propriétaire", "Note", "Ville", "Pays", "Fonction"];

    private static readonly string[] Parts = ["a", "é", " ", "\"", "\"\"", "SEP", "NL", "NL", "12", "x", "-", ",", "'", "\t", "fin"];

    private static readonly Gen<ValidFile> Files =
        from columns in Gen.Choose(2, Headings.Length)
        from id in Gen.Choose(0, columns)
        from separator in Gen.Elements(';', ',', '\t', '|')
        from newLine in Gen.Elements("\n", "\r\n", "\r")
        from quotesAll in Gen.Elements(true, false)
        from endsInLine in Gen.Elements(true, false)
        from rows in Gen.Elements(Parts).ArrayOf().Select(string.Concat).ArrayOf(columns).NonEmptyListOf()
        select new ValidFile(columns, id, separator, newLine, quotesAll, endsInLine, [.. rows]);

    [Fact]
    public void Every_cell_of_a_valid_file_is_read_as_it_was_written()
    {
        var files = LongProof.Count(sample: 500, all: 2_000);
        var checkedFiles = 0;
        Property.Holds(
            Prop.ForAll(Files.ToArbitrary(), async file =>
            {
                if (file.HasLineThatIsARow)
                {
                    return;
                }

                checkedFiles++;
                await using var export = await Exports.OpenAsync(Encoding.UTF8.GetBytes(file.Text));
                var rows = (await Exports.RowsAsync(export)).ConvertAll(row => row.IsDamaged
                    ? Exports.Text(row)
                    : string.Join('¦', row.Columns.Indexes.Select(index => row[index])));
                Assert.Equal(file.Rows.Select(cells => string.Join('¦', cells)), rows);
            }),
            tests: files);
        Assert.InRange(checkedFiles, files / 4, files);
    }

    private sealed record ValidFile(int Columns, int Id, char Separator, string NewLine, bool QuotesAll, bool EndsInLine, string[][] Written)
    {
        /// <summary>The cells, with an id in its column.</summary>
        public IEnumerable<string[]> Rows => Written.Select((cells, row) => With(cells.Select(Cell), $"{5_001 + row}"));

        public string Text => string.Join(NewLine, Rows.Prepend(With(Headings.Take(Columns), "ID Sellsy")).Select(Line)) + (EndsInLine ? NewLine : "");

        /// <summary>
        /// A line within a cell that is a whole row by itself is read as a row: a documented limit. It has the fields of a row and an id, which
        /// with eight columns or more may be anything.
        /// </summary>
        public bool HasLineThatIsARow => Rows.SelectMany(Inner).Select(line => line.Split(Separator))
            .Any(fields => fields.Length > Columns && (Columns + 1 >= 8 || fields.Any(IsId)));

        public override string ToString() => Text.ReplaceLineEndings("⏎\n");

        private static bool IsId(string field) => field.Trim(' ', '"') is { Length: > 0 } id && id.All(char.IsAsciiDigit);

        /// <summary>The lines of a record but for its first.</summary>
        private IEnumerable<string> Inner(string[] cells) => Line(cells).Split('\n', '\r').Skip(1);

        private string[] With(IEnumerable<string> cells, string id) => [.. cells.Take(Id), id, .. cells.Skip(Id)];

        private string Cell(string parts) => parts.Replace("SEP", $"{Separator}", StringComparison.Ordinal).Replace("NL", NewLine, StringComparison.Ordinal);

        private string Line(string[] cells) => string.Join(Separator, cells.Select(Quote));

        private string Quote(string cell) => QuotesAll || cell.AsSpan().ContainsAny(['"', Separator, '\r', '\n'])
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
    }
}

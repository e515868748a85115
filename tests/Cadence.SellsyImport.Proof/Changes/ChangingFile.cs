using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>
/// A file on the disk that is changed while it is used. What each of its versions held is known by a hash of the test's own: how a plan
/// hashes its file is the product's affair.
/// </summary>
internal sealed class ChangingFile
{
    private readonly Dictionary<string, ImmutableArray<FileRow>> _versions = new(StringComparer.Ordinal);
    private readonly Random _random;
    private readonly int _firstContact;
    private readonly int _noteLength;
    private byte[] _bytes = [];

    /// <param name="path">Where it is written.</param>
    /// <param name="random">Where its values come from.</param>
    /// <param name="rows">How many rows it has at first.</param>
    /// <param name="isLong">Whether its notes are so long that it is read in several blocks.</param>
    public ChangingFile(string path, Random random, int rows, bool isLong)
    {
        Path = path;
        _random = random;
        _noteLength = isLong ? 4_000 : 4;
        _firstContact = 10_000_001 + random.Next(rows);
        Rows = NewRows(rows);
        Write(inPlace: false);
    }

    public string Path { get; }

    /// <summary>The rows as they are now.</summary>
    public ImmutableArray<FileRow> Rows { get; private set; }

    /// <summary>The hash of the version that it has now.</summary>
    public string Hash { get; private set; } = "";

    public ImportSource Source => ImportSource.FromFile(Path);

    /// <summary>Changes cells of some rows; the file keeps its length and its place on the disk.</summary>
    public void Rewrite()
    {
        var first = _random.Next(Rows.Length);
        Rows = [.. Rows.Select((row, place) => place == first || _random.Next(6) == 0 ? Rewritten(row) : row)];
        Write(inPlace: true);
    }

    public void Append()
    {
        Rows = Rows.AddRange(NewRows(_random.Next(1, 6)));
        Write(inPlace: true);
    }

    public void Truncate()
    {
        Rows = Rows[..Math.Max(1, Rows.Length - _random.Next(1, 6))];
        Write(inPlace: true);
    }

    /// <summary>Another file takes the place of this one; who has it open reads the old one on.</summary>
    public void Replace()
    {
        Rows = NewRows(Rows.Length);
        Write(inPlace: false);
    }

    /// <summary>Makes the file what it was when it had this hash.</summary>
    public void GoBackTo(string hash)
    {
        Rows = _versions[hash];
        Write(inPlace: _random.Next(2) == 0);
    }

    private void Write(bool inPlace)
    {
        var text = new StringBuilder(FileRow.Headings).Append("\r\n");
        foreach (var row in Rows)
        {
            text.Append(row.Line).Append("\r\n");
        }

        _bytes = Encoding.UTF8.GetBytes(text.ToString());
        Hash = Convert.ToHexStringLower(SHA256.HashData(_bytes));
        _versions[Hash] = Rows;
        if (!inPlace)
        {
            File.WriteAllBytes(Path + ".new", _bytes);
            File.Move(Path + ".new", Path, overwrite: true);
            return;
        }

        using var file = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(_bytes.Length);
        file.Write(_bytes);
    }

    private ImmutableArray<FileRow> NewRows(int count) => [.. Enumerable.Range(0, count).Select(_ => NewRow(count))];

    private FileRow NewRow(int count)
    {
        var company = _random.Next(15);
        return new(
            (_firstContact + _random.Next(Math.Max(count * 3, 20))).ToString(CultureInfo.InvariantCulture),
            Sometimes(15, Word('F', 4)),
            Sometimes(4, Word('L', 5)),
            Owner(),
            Sometimes(3, Word('J', 6)),
            Sometimes(3, Word('N', _noteLength)),
            company is 0 or > 8 ? "" : $"70{company}",
            company == 0 ? "" : $"Firm {(char)('A' + company)}");
    }

    private FileRow Rewritten(FileRow row) => _random.Next(4) switch
    {
        0 => row with { Owner = Owner() },
        1 => row with { ContactId = (_firstContact + _random.Next(1_000)).ToString(CultureInfo.InvariantCulture) },
        2 => row with { LastName = Same(row.LastName), JobPosition = Same(row.JobPosition) },
        _ => row with { FirstName = Same(row.FirstName), LastName = Same(row.LastName), Note = Same(row.Note) },
    };

    /// <summary>Mostly one of the first names, who are users at first.</summary>
    private string Owner() => CurrentUsers.Names[_random.Next(_random.Next(4) == 0 ? CurrentUsers.Names.Length : 4)];

    /// <summary>A blank value once in so many cases.</summary>
    private string Sometimes(int blankOf, string value) => _random.Next(blankOf) == 0 ? "" : value;

    private string Same(string value) => value.Length == 0 ? value : Word(value[0], value.Length - 1);

    private string Word(char first, int letters) =>
        string.Create(letters + 1, first, (word, start) =>
        {
            word[0] = start;
            for (var i = 1; i < word.Length; i++)
            {
                word[i] = (char)('a' + _random.Next(26));
            }
        });
}

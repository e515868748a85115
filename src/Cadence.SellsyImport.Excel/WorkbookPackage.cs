using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;

namespace Cadence.SellsyImport.Excel;

/// <summary>The archive of a workbook: opens its parts, and watches over what they unpack to.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const StringSplitOptions NoBlanks = StringSplitOptions.RemoveEmptyEntries;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ExcelSourceOptions _options;
    private long _left;

    /// <summary>Opens the archive, which is disposed with this package.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public WorkbookPackage(Stream archive, string fileName, ExcelSourceOptions options, CancellationToken cancellationToken)
    {
        (FileName, _options, _left, Cancellation) = (fileName, options, options.MaxUnpackedBytes, cancellationToken);
        if (ZipDirectory.HasMoreEntriesThan(archive, options.MaxEntries))
        {
            throw TooLarge(options.MaxEntries + 1L, options.MaxEntries, "entries");
        }

        archive.Position = 0;
        _archive = new(archive, ZipArchiveMode.Read);
        foreach (var entry in _archive.Entries)
        {
            if (!_entries.TryAdd(entry.FullName.Replace('\\', '/'), entry))
            {
                throw new InvalidDataException("The archive has two entries of one name.");
            }
        }
    }

    /// <summary>The name of the file for messages.</summary>
    public string FileName { get; }

    /// <summary>The part that was opened last, for messages.</summary>
    public string Part { get; private set; } = "";

    /// <summary>Cancels the reading of any part.</summary>
    public CancellationToken Cancellation { get; set; }

    public bool Has(string part) => _entries.ContainsKey(part);

    /// <summary>The first bytes of an entry, for what they say about the kind of the archive.</summary>
    public string Start(string part, int most)
    {
        using var stream = Unpack(part);
        var bytes = new byte[most];
        var read = stream.ReadAtLeast(bytes, most, throwOnEndOfStream: false);
        return System.Text.Encoding.ASCII.GetString(bytes, 0, read);
    }

    /// <summary>Opens a part as XML.</summary>
    /// <exception cref="InvalidDataException">The archive has no such part, or it is encrypted or damaged.</exception>
    /// <exception cref="SellsyImportException">With it the workbook unpacks to more than the limit.</exception>
    public PartReader Open(string part) => new(Unpack(part));

    /// <summary>What a part refers to, by the id of the reference: the last word of its type, and the part.</summary>
    public ImmutableDictionary<string, (string Kind, string Part)> ReadReferences(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var references = ImmutableDictionary.CreateBuilder<string, (string, string)>(StringComparer.Ordinal);
        var list = $"{folder}_rels/{part[folder.Length..]}.rels";
        if (Has(list))
        {
            using var reader = Open(list);
            while (reader.Read())
            {
                if (reader is { IsStart: true, Name: "Relationship" } && reader.Attribute("TargetMode") != "External"
                    && reader.Attribute("Id") is { } id && reader.Attribute("Type") is { } type && reader.Attribute("Target") is { } target)
                {
                    references[id] = (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
                }
            }
        }

        return references.ToImmutable();
    }

    /// <summary>The error of a workbook that is larger than a limit.</summary>
    public SellsyImportException TooLarge(long found, long limit, string kind) => new(
        ErrorCodes.WorkbookTooLarge, FileName, found.ToString(CultureInfo.InvariantCulture), limit.ToString(CultureInfo.InvariantCulture), kind);

    public void Dispose() => _archive.Dispose();

    private PartStream Unpack(string part)
    {
        Part = part;
        if (!_entries.TryGetValue(part, out var entry) || entry.IsEncrypted)
        {
            throw new InvalidDataException("The archive has no such part, or it is encrypted.");
        }

        _left -= entry.Length;
        return _left >= 0
            ? new(entry.Open(), entry.Length, entry.Crc32, this)
            : throw TooLarge(_options.MaxUnpackedBytes - _left, _options.MaxUnpackedBytes, "unpacked");
    }

    /// <summary>The part that a target means, from the folder of the part that refers to it or from the root.</summary>
    private static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        var path = new List<string>();
        foreach (var name in (target.StartsWith('/') ? target : folder + target).Split('/', NoBlanks))
        {
            if (name == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (name is not ("." or ".."))
            {
                path.Add(name);
            }
        }

        return string.Join('/', path);
    }
}

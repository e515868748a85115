using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>The modules and styles of the page, under a path that changes with their bytes.</summary>
internal sealed class AssetFiles
{
    private const string Prefix = "Assets/";

    private readonly FrozenDictionary<string, (byte[] Bytes, byte[] Compressed)> _files;

    public AssetFiles()
    {
        var assembly = typeof(AssetFiles).Assembly;
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            files.Add(name[Prefix.Length..], bytes.ToArray());
        }

        Hash = Convert.ToHexStringLower(SHA256.HashData([.. files.SelectMany(file => file.Value)]))[..16];
        _files = files.ToFrozenDictionary(file => file.Key, file => (file.Value, Compress(file.Value)), StringComparer.Ordinal);
    }

    /// <summary>The hash of all files.</summary>
    public string Hash { get; }

    public IEnumerable<string> Names => _files.Keys;

    public bool TryFind(string name, out byte[] bytes, out byte[] compressed)
    {
        var isThere = _files.TryGetValue(name, out var file);
        (bytes, compressed) = file;
        return isThere;
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
        {
            brotli.Write(bytes);
        }

        return compressed.ToArray();
    }
}

using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Storage;

/// <summary>A document of a session.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Version">Its version: 1 or more, and higher after each change.</param>
public sealed record SessionDocument(ReadOnlyMemory<byte> Bytes, long Version)
{
    private readonly ValueBytes _bytes = Bytes;

    /// <summary>Its bytes.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get => _bytes;
        init => _bytes = value;
    }
}

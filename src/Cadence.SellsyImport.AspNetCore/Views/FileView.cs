namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>A file on its way.</summary>
internal sealed record FileView(string FileId, string Name, long Size, long Received, int ChunkBytes);

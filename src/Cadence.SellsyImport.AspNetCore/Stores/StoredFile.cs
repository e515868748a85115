namespace Cadence.SellsyImport.AspNetCore;

/// <summary>A file that was uploaded, or a part of it. Immutable.</summary>
/// <param name="Id">Its id: 32 hexadecimal digits that nobody can guess.</param>
/// <param name="Name">The name that the user's file has; shown, and never used as a path.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="User">Who uploaded it: nobody else sees it. Empty for a host without users.</param>
/// <param name="CreatedAt">When the upload began.</param>
/// <param name="Received">How many bytes have arrived.</param>
public sealed record StoredFile(string Id, string Name, long Size, string User, DateTimeOffset CreatedAt, long Received)
{
    /// <summary>Whether all bytes have arrived.</summary>
    public bool IsComplete => Received == Size;

    /// <summary>Identifies the file, without its name.</summary>
    /// <returns>Its id.</returns>
    public override string ToString() => Id;
}

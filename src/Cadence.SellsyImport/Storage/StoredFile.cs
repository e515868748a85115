using System.Security.Cryptography;

namespace Cadence.SellsyImport.Storage;

/// <summary>A file that was uploaded, or a part of it. Immutable.</summary>
/// <param name="Id">Its id: 32 hexadecimal digits that nobody can guess, of <see cref="NewId"/>.</param>
/// <param name="Name">The name of the user's file, without control characters; shown, and never used as a path.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="User">Who uploaded it: nobody else sees it. Empty for a host without users.</param>
/// <param name="CreatedAt">When the upload began, to the microsecond.</param>
/// <param name="Received">How many bytes have arrived.</param>
public sealed record StoredFile(string Id, string Name, long Size, string User, DateTimeOffset CreatedAt, long Received)
{
    /// <summary>The <see cref="User"/> of a file that a job reads. It is deleted with its job, and not after the term of uploads.</summary>
    public const string OfJobs = "(jobs)";

    /// <summary>Whether all bytes have arrived.</summary>
    public bool IsComplete => Received == Size;

    /// <summary>Makes an id for a file or a session: 128 random bits.</summary>
    /// <returns>32 hexadecimal digits.</returns>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Identifies the file, without its name.</summary>
    /// <returns>Its id.</returns>
    public override string ToString() => Id;
}

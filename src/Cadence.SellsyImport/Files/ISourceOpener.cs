namespace Cadence.SellsyImport.Files;

/// <summary>
/// Opens the files of interrupted imports again, for sources other than <see cref="ImportSource.FromFile"/>. A host registers any number of
/// them. Implementations are thread-safe.
/// </summary>
public interface ISourceOpener
{
    /// <summary>Opens a file again.</summary>
    /// <param name="location">The <see cref="ImportSource.Location"/> of the source with which the import started.</param>
    /// <returns>The same source, or null if the location is not of this kind.</returns>
    ImportSource? Open(string location);
}

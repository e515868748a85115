namespace Cadence.SellsyImport;

/// <summary>What a store remembers of an import. Immutable.</summary>
/// <param name="ImportId">The id of the import, unique.</param>
/// <param name="FileName">The name of the file.</param>
/// <param name="FileHash">The hash of the file's bytes, as <see cref="ImportPlan.FileHash"/>.</param>
/// <param name="MappingHash">The hash of the mapping: see <see cref="FieldMapping.Hash"/>.</param>
/// <param name="StartedAt">When it was started.</param>
public sealed record ImportInfo(string ImportId, string FileName, string FileHash, string MappingHash, DateTimeOffset StartedAt)
{
    /// <summary>The user that started it, as given by the host; null if the host gives none.</summary>
    public string? StartedBy { get; init; }

    /// <summary>The customer that it was started for, as given by the host: a label by which the history can be read. Null if the host gives none.</summary>
    public string? Customer { get; init; }

    /// <summary>The Sellsy account that its contacts are of: see <see cref="SellsyImportOptions.SellsyAccount"/>. A ledger keeps it.</summary>
    /// <value>Default: empty, for a host with one account.</value>
    public string SellsyAccount { get => field ?? ""; init; } = "";

    /// <summary>Where the file was, so that the import can be resumed by its id alone; null if the host opens the file itself.</summary>
    public string? FileLocation { get; init; }

    /// <summary>What becomes of contacts that are in Cadence already.</summary>
    /// <value>Default: <see cref="ExistingLeadPolicy.Skip"/>.</value>
    public ExistingLeadPolicy ExistingLeads { get; init; }
}

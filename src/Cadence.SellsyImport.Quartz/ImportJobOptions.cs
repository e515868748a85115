namespace Cadence.SellsyImport.Quartz;

/// <summary>How an import is enqueued.</summary>
public sealed class ImportJobOptions
{
    /// <summary>The id of the import, chosen by the caller: its idempotency key. The same id again, with the same file, mapping, policy and account, enqueues nothing.</summary>
    /// <value>As <see cref="AddOptions.ImportId"/>. Default: null, which makes a new id.</value>
    public string? ImportId { get; set; }

    /// <summary>
    /// The customer: the key of <c>IImporterFactory</c> where the host has one, else only a name. The imports of a customer share the limit
    /// <see cref="QuartzJobsOptions.ImportsPerCustomer"/>.
    /// </summary>
    /// <value>At most 100 characters. Default: null, the host's own importer.</value>
    public string? Customer { get; set; }

    /// <summary>The user that starts the import, for the history of imports.</summary>
    /// <value>Default: null.</value>
    public string? StartedBy { get; set; }

    /// <summary>What a person decided about owners and reading. Corrections belong to a plan, and are refused here.</summary>
    /// <value>Default: <see cref="PreviewOptions.Default"/>.</value>
    public PreviewOptions Preview { get; set; } = PreviewOptions.Default;

    /// <summary>What becomes of contacts that are in Cadence already.</summary>
    /// <value>Default: null, the policy of the options of the import.</value>
    public ExistingLeadPolicy? ExistingLeads { get; set; }
}

namespace Cadence.SellsyImport.Quartz;

/// <summary>An import that is repeated: of every file that appears in a folder, or of what a link returns. Immutable.</summary>
/// <param name="Name">Its name, unique for the customer; at most 100 characters.</param>
/// <param name="Schedule">When the folder or the link is looked at, as a Quartz cron expression in UTC: <c>0 0/5 * * * ?</c> is every five minutes.</param>
/// <param name="Profile">The saved mapping, with its decisions. A file that lacks a column of it is not imported, and an alarm is raised.</param>
public sealed record RecurringImport(string Name, string Schedule, ImportProfile Profile)
{
    /// <summary>The customer; null for the host's own importer.</summary>
    /// <value>Default: null.</value>
    public string? Customer { get; init; }

    /// <summary>
    /// A folder that all nodes share. Each <c>.csv</c> in it that was not written to for ten seconds is enqueued, and moved to its subfolder <c>enqueued</c>.
    /// </summary>
    /// <value>Default: null. Either this or <see cref="Link"/> is set.</value>
    public string? Folder { get; init; }

    /// <summary>An <c>http</c> or <c>https</c> address of a file. It is enqueued when its bytes are others than before, or when the profile, the policy or the account was changed.</summary>
    /// <value>Default: null. Either this or <see cref="Folder"/> is set.</value>
    public Uri? Link { get; init; }

    /// <summary>The Sellsy account that the files are of.</summary>
    /// <value>Default: null, the account of the options of the import.</value>
    public string? SellsyAccount { get; init; }

    /// <summary>What becomes of contacts that are in Cadence already.</summary>
    /// <value>Default: null, the policy of the options of the import.</value>
    public ExistingLeadPolicy? ExistingLeads { get; init; }

    /// <summary>
    /// Why the last file was not enqueued, such as <see cref="ErrorCodes.ColumnsNotFound"/> where a column was renamed: the alarm. Null while all is well.
    /// It is set by the jobs, and has no meaning for <see cref="IImportJobs.ScheduleAsync"/>.
    /// </summary>
    /// <value>Default: null.</value>
    public string? Alarm { get; init; }
}

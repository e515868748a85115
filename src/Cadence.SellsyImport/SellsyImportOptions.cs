namespace Cadence.SellsyImport;

/// <summary>How files are read and rows are validated. Set once, when the host is configured; not changed afterwards.</summary>
public sealed class SellsyImportOptions
{
    /// <summary>The fields of the import: those that Cadence knows, and what the host adds or changes.</summary>
    /// <value>Default: all of <see cref="LeadFields"/>.</value>
    public LeadFieldCollection Fields { get; } = [];

    /// <summary>
    /// The name of the Sellsy account that the files are of, for a host whose contacts come from several accounts; a preview can be given another one. It is
    /// part of the identity of leads, companies and Sellsy users, because Sellsy numbers its objects per account since August 2024 (Sellsy API
    /// v2.292.1, <i>Unicity of Identifiers</i>). Two accounts must have different names, and a name must not change afterwards; case counts.
    /// </summary>
    /// <value>At most 100 characters, without blanks around them. Default: empty, for a host with one account.</value>
    public string SellsyAccount { get; set; } = "";

    /// <summary>Whether the columns that feed no field are kept with the lead under their headings.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool KeepUnmappedColumns { get; set; }

    /// <summary>Whether an e-mail address that is not well formed makes its row an error instead of a warning.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool InvalidEmailIsError { get; set; }

    /// <summary>What becomes of a contact that stands on several rows of a file.</summary>
    /// <value>Default: <see cref="RepeatedContacts.FirstWins"/>.</value>
    public RepeatedContacts RepeatedContacts { get; set; } = RepeatedContacts.FirstWins;

    /// <summary>What becomes of a row whose contact is in Cadence already; a plan can be given another policy.</summary>
    /// <value>Default: <see cref="ExistingLeadPolicy.Skip"/>.</value>
    public ExistingLeadPolicy ExistingLeads { get; set; } = ExistingLeadPolicy.Skip;

    /// <summary>
    /// Whether a consent of a file may replace the refusal of a lead that is in Cadence, under <see cref="ExistingLeadPolicy.Overwrite"/>. Otherwise the
    /// refusal stays, and the row is reported.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool ConsentReplacesRefusal { get; set; }

    /// <summary>
    /// How long a process that stopped answering keeps the right to write for its import, after its last batch. There is no wait for a process
    /// of this machine that has ended.
    /// </summary>
    /// <value>1 second to 1 day. Default: 1 minute.</value>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many leads are stored in one transaction; fewer where their rows are long, and take more than 1 MB of the file.</summary>
    /// <value>1 to 100,000. Default: 2,000.</value>
    public int BatchSize { get; set; } = 2_000;

    /// <summary>The longest record, in bytes.</summary>
    /// <value>1,024 to 1,073,741,824. Default: 1,048,576 (1 MiB).</value>
    public int MaxRecordBytes { get; set; } = 1 << 20;

    /// <summary>The longest cell, in UTF-16 code units.</summary>
    /// <value>256 to 1,073,741,824. Default: 100,000.</value>
    public int MaxCellLength { get; set; } = 100_000;

    /// <summary>The most columns.</summary>
    /// <value>1 to 1,000,000. Default: 5,000.</value>
    public int MaxColumns { get; set; } = 5_000;

    /// <summary>The most e-mail addresses of a lead; further ones are reported and kept separately.</summary>
    /// <value>1 to 100. Default: 5.</value>
    public int MaxEmails { get; set; } = 5;

    /// <summary>The most phone numbers of a lead; further ones are reported and kept separately.</summary>
    /// <value>1 to 100. Default: 5.</value>
    public int MaxPhones { get; set; } = 5;

    /// <summary>The country calling code of numbers that are written without one (ITU-T E.164).</summary>
    /// <value>1 to 999. Default: 33, France.</value>
    public int DefaultCallingCode { get; set; } = 33;
}

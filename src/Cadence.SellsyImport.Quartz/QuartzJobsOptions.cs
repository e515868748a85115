using System.Globalization;
using System.Text;
using Npgsql;

namespace Cadence.SellsyImport.Quartz;

/// <summary>Where the jobs are kept and how this node runs them. Set once, when the host is configured; not changed afterwards.</summary>
public sealed class QuartzJobsOptions
{
    private const int LongestIdentifier = 63;

    /// <summary>How the database of the jobs is reached, in Npgsql's form. It needs to be set only where the host has no <c>UsePostgreSql</c>, or another server.</summary>
    /// <value>Default: empty, which takes the database of <c>UsePostgreSql</c>.</value>
    public string ConnectionString { get; set; } = "";

    /// <summary>The host's own source of connections, in the place of a <see cref="ConnectionString"/>. It stays the host's, and is not disposed.</summary>
    /// <value>Default: null.</value>
    public NpgsqlDataSource? DataSource { get; set; }

    /// <summary>The schema of the jobs and of Quartz's tables, the same on every node. It is created when the first node starts.</summary>
    /// <value>1 to 63 lower-case ASCII letters, digits and underscores, not starting with a digit or <c>pg_</c>. Default: <c>cadence_import_jobs</c>.</value>
    public string Schema { get; set; } = "cadence_import_jobs";

    /// <summary>The name of this node, different on every node of the cluster.</summary>
    /// <value>Default: null, which makes a new name at each start, of the machine's name and the time.</value>
    public string? NodeName { get; set; }

    /// <summary>How many imports run on this node at once. With 0 the node only enqueues, and runs none.</summary>
    /// <value>0 to 100. Default: 4.</value>
    public int ImportsPerNode { get; set; } = 4;

    /// <summary>How many imports of one customer run at once in the whole cluster. One writes to a schema at a time; a second one reads and previews meanwhile.</summary>
    /// <value>1 to 100. Default: 2.</value>
    public int ImportsPerCustomer { get; set; } = 2;

    /// <summary>After how long an import lets others go first. It stops between two batches, and continues when it is its turn again.</summary>
    /// <value>1 second to 1 day. Default: 2 minutes.</value>
    public TimeSpan Slice { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a node records that it is alive.</summary>
    /// <value>100 milliseconds to 1 hour. Default: 7.5 seconds, as Quartz.</value>
    public TimeSpan CheckInInterval { get; set; } = TimeSpan.FromSeconds(7.5);

    /// <summary>How late a node may record that it is alive before others take over its imports.</summary>
    /// <value>100 milliseconds to 1 hour. Default: 7.5 seconds, as Quartz.</value>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(7.5);

    /// <summary>How long an idle node waits before it looks for imports that another node enqueued.</summary>
    /// <value>1 second to 1 hour. Default: 5 seconds.</value>
    public TimeSpan IdleWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often one node of the cluster looks for unfinished imports that have no job, and for files whose term has ended.</summary>
    /// <value>1 second to 1 day. Default: 1 minute.</value>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How often an import is tried without storing a batch more before it has failed. A try that waits for another process or for the server does not
    /// count. A process that ends within an import counts half, since most often it is not the import's fault.
    /// </summary>
    /// <value>1 to 100. Default: 5.</value>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>How long the file of an import is kept after the import has ended, for its report and its rejected rows.</summary>
    /// <value>1 minute to 3,650 days. Default: 30 days.</value>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(30);

    internal void Validate()
    {
        Check(nameof(Schema), IsSchema(Schema), $"\"{Schema}\"", "1 to 63 of a–z, 0–9 and _, not starting with a digit or pg_");
        Check(nameof(NodeName), NodeName is null or { Length: >= 1 and <= 100 }, $"\"{NodeName}\"", "1 to 100 characters");
        Check(nameof(DataSource), DataSource is null || ConnectionString.Length == 0, $"set beside {nameof(ConnectionString)}", "one of the two");
        CheckNumber(nameof(ImportsPerNode), ImportsPerNode, 0);
        CheckNumber(nameof(ImportsPerCustomer), ImportsPerCustomer, 1);
        CheckNumber(nameof(MaxAttempts), MaxAttempts, 1);
        CheckTime(nameof(Slice), Slice, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        CheckTime(nameof(CheckInInterval), CheckInInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
        CheckTime(nameof(Grace), Grace, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
        CheckTime(nameof(IdleWait), IdleWait, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        CheckTime(nameof(SweepInterval), SweepInterval, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        CheckTime(nameof(KeepFor), KeepFor, TimeSpan.FromMinutes(1), TimeSpan.FromDays(3650));
    }

    private static bool IsSchema(string text) => Encoding.UTF8.GetByteCount(text) is >= 1 and <= LongestIdentifier
        && !char.IsAsciiDigit(text[0])
        && !text.StartsWith("pg_", StringComparison.Ordinal)
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_');

    private static void CheckNumber(string option, int value, int least) =>
        Check(option, value >= least && value <= 100, value.ToString(CultureInfo.InvariantCulture), $"{least} … 100");

    private static void CheckTime(string option, TimeSpan value, TimeSpan least, TimeSpan most) =>
        Check(option, value >= least && value <= most, value.ToString("c"), $"{least:c} … {most:c}");

    private static void Check(string option, bool isRight, string found, string expected)
    {
        if (!isRight)
        {
            throw new SellsyImportException(ErrorCodes.OptionInvalid, $"{nameof(QuartzJobsOptions)}.{option}", found, expected);
        }
    }
}

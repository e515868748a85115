using System.Buffers;

namespace Cadence.SellsyImport;

/// <summary>How the rows of a plan are added.</summary>
public sealed class AddOptions
{
    private const int LongestId = 100;

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>The ticked rows. A row in error is never added, and a row that is active is left as it is, ticked or not.</summary>
    /// <value>Default: <see cref="RowSelection.All"/>, every row that can be added, or those that were ticked in the interrupted import that the plan shows.</value>
    public RowSelection Selection { get; set; } = RowSelection.All;

    /// <summary>
    /// The id of the import, chosen by the caller: its idempotency key. A call that is repeated with the same id and the same plan continues the
    /// import if it was interrupted, and returns its report if it is finished; nothing is written twice. It needs a store with a ledger; any
    /// other sink is only given the id.
    /// </summary>
    /// <value>
    /// 1 to 100 ASCII letters, digits, hyphens, underscores and dots, a letter or digit first; upper and lower case differ. Default: null, which
    /// makes a new id for each plan and its ticked rows, and finds the import of the same plan.
    /// </value>
    /// <exception cref="ArgumentException">The id has other characters or another length.</exception>
    public string? ImportId
    {
        get;
        set => field = value is null || IsId(value)
            ? value
            : throw new ArgumentException(
                $"An import id has 1 to {LongestId} ASCII letters, digits, hyphens, underscores and dots, and starts with a letter or digit.", nameof(value));
    }

    /// <summary>The user that starts the import, for the history of imports.</summary>
    /// <value>Default: null.</value>
    public string? StartedBy { get; set; }

    /// <summary>
    /// The customer for which the import is started: a label in the history, which <see cref="Storage.ImportFilter.Customer"/> finds. It separates nothing:
    /// customers that share a store share its leads. Where <see cref="Customers.IImporterFactory"/> opened the importer, the default is that customer's key.
    /// </summary>
    /// <value>Default: null.</value>
    public string? Customer { get; set; }

    /// <summary>The options as they are now: the call works in the background, and its caller may change them meanwhile.</summary>
    internal AddOptions Copy() => (AddOptions)MemberwiseClone();

    private static bool IsId(string text) =>
        text.Length is >= 1 and <= LongestId && char.IsAsciiLetterOrDigit(text[0]) && !text.AsSpan().ContainsAnyExcept(IdCharacters);
}

using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Files;

/// <summary>What was found out about the bytes of a file when it was opened. Immutable.</summary>
public sealed record ExportFormat
{
    private readonly ValueList<ImportIssue> _findings;

    /// <summary>The encoding by its IANA name, such as <c>utf-8</c> or <c>windows-1252</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>Whether a byte order mark stands at the start.</summary>
    public bool HasByteOrderMark { get; init; }

    /// <summary>The character between two fields.</summary>
    public required char Separator { get; init; }

    /// <summary>How the lines end, as far as the start of the file shows.</summary>
    public NewLineStyle NewLine { get; init; }

    /// <summary>The style of the headings.</summary>
    public HeadingFamily Family { get; init; }

    /// <summary>The physical lines of the heading row, and of lines directly below it that repeat the headings in another form.</summary>
    public LineRange HeadingLines { get; init; }

    /// <summary>What was remarkable about the file as a whole, each with its evidence.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<ImportIssue> Findings
    {
        get => _findings;
        init => _findings = value;
    }
}

using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>What became of the leads of an import that was undone. Immutable.</summary>
public sealed record UndoReport
{
    private readonly ValueList<UndoneLead> _exceptions;
    private readonly ValueList<string> _laterImports;

    /// <summary>The import, as the store remembers it.</summary>
    public required ImportInfo Import { get; init; }

    /// <summary>How many leads the import had created and are removed.</summary>
    public required long Removed { get; init; }

    /// <summary>How many leads the import had changed and have old values again.</summary>
    public required long Restored { get; init; }

    /// <summary>How many leads stay as they are, because somebody or a later import changed them since.</summary>
    public required long Kept { get; init; }

    /// <summary>How many leads no longer existed.</summary>
    public required long Vanished { get; init; }

    /// <summary>How many leads stay as they are, because the ledger was asked to forget the person: see <see cref="IImportHistory.ForgetAsync"/>.</summary>
    /// <value>Default: 0.</value>
    public long Forgotten { get; init; }

    /// <summary>What became of the companies that the import had created.</summary>
    public required UndoneCompanies Companies { get; init; }

    /// <summary>The leads that were kept in part or whole, and those that no longer existed or were forgotten, by their rows, each with its reasons.</summary>
    public required ImmutableArray<UndoneLead> Exceptions
    {
        get => _exceptions;
        init => _exceptions = value;
    }

    /// <summary>The later imports that built upon this one and are not undone, by their ids.</summary>
    public required ImmutableArray<string> LaterImports
    {
        get => _laterImports;
        init => _laterImports = value;
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace Cadence.SellsyImport.Excel;

/// <summary>What is remarkable about a sheet as a whole, each with its number and its first place.</summary>
internal sealed class SheetFindings
{
    private static readonly string[] Codes =
        [IssueCodes.HiddenRows, IssueCodes.MergedCells, IssueCodes.NumbersRounded, IssueCodes.FormulasWithoutValue];

    private readonly Dictionary<string, (long Count, string First)> _found = [];

    /// <summary>The sheet and those that are not read, if there are several.</summary>
    public required ImportIssue? Sheets { private get; init; }

    /// <summary>The findings, in an order that does not depend on the sheet.</summary>
    public ImmutableArray<ImportIssue> All =>
    [
        .. Sheets is { } sheets ? [sheets] : ImmutableArray<ImportIssue>.Empty,
        .. Codes.Where(_found.ContainsKey).Select(code => Finding(code, Number(_found[code].Count), _found[code].First)),
    ];

    /// <summary>A finding about the file as a whole.</summary>
    public static ImportIssue Finding(string code, params ImmutableArray<string> arguments) =>
        new(code, IssueSeverity.Warning) { Arguments = arguments };

    public void Add(string code, int column, int row) =>
        Add(code, _found.ContainsKey(code) ? "" : CellReference.Of(column, row));

    public void Add(string code, string place) =>
        _found[code] = _found.TryGetValue(code, out var found) ? found with { Count = found.Count + 1 } : (1, place);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}

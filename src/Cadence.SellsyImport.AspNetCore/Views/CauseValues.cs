using Cadence.SellsyImport.AspNetCore.Endpoints;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.Preview;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>
/// Finds the texts behind a cause, so that a person answers each of them once for all its rows. They are read from the file when a person asks: the
/// plan knows where the rows of a cause are, and keeps no text of a cell.
/// </summary>
internal static class CauseValues
{
    private const int MostRows = 10_000;
    private const int MostValues = 50;

    public static async Task<CauseValuesView> OfAsync(
        SessionRequests requests, ImportSession session, ImportPlan plan, ImportCause cause, int column, CancellationToken cancellationToken)
    {
        var rowsByText = new Dictionary<string, long>(StringComparer.Ordinal);
        var source = requests.Sessions.SourceOf(session);
        var read = 0L;
        long? next = cause.FirstRow;
        while (next is { } first && read < MostRows)
        {
            var query = new RowQuery { Code = cause.Code, Field = cause.Field, FirstRow = first, Count = RowQuery.MostRows };
            var page = await requests.Importer.ReadPreviewAsync(source, plan, query, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Rows.Where(row => !row.Row.IsDamaged && row.Issues.Any(issue => issue.Code == cause.Code && issue.Column == cause.Column)))
            {
                var text = RowViews.OriginalOf(row.Issues, column) ?? row.Row[column];
                rowsByText[text] = rowsByText.GetValueOrDefault(text) + 1;
                read++;
            }

            next = page.NextRow;
        }

        var values = rowsByText
            .OrderByDescending(one => one.Value)
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .Take(MostValues)
            .Select(one => new CauseValueView(one.Key, one.Value));
        return new([.. values], read, next is null && rowsByText.Count <= MostValues);
    }
}

using Microsoft.AspNetCore.Http.HttpResults;

namespace UploadHost;

/// <summary>Imports an uploaded export while its request waits. A host with long imports puts them into a queue instead.</summary>
internal sealed class Uploads(ISellsyImporter importer)
{
    private const int MostRejected = 100;

    public async Task<Results<Ok<UploadResult>, ProblemHttpResult>> ImportAsync(ImportSource source, CancellationToken cancellationToken)
    {
        try
        {
            var overview = await importer.OpenAsync(source, cancellationToken);
            var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: cancellationToken);
            var report = await importer.AddAsync(source, plan, cancellationToken: cancellationToken);
            var rejected = await importer.ReadReportAsync(source, report, cancellationToken: cancellationToken)
                .Where(row => row.Outcome == RowOutcome.Error)
                .Take(MostRejected)
                .Select(row => new RejectedRow(row.Number, [.. row.Issues.Select(ImportTexts.French.IssueText)]))
                .ToListAsync(cancellationToken);
            return TypedResults.Ok(new UploadResult(report.Counts, rejected));
        }
        catch (SellsyImportException exception)
        {
            // A file that cannot be used: what was found, where, and what to do, in the user's language.
            return TypedResults.Problem(
                ImportTexts.French.ErrorText(exception.Code, exception.Arguments),
                statusCode: StatusCodes.Status422UnprocessableEntity,
                title: exception.Code);
        }
    }
}

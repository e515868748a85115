using System.Collections.Immutable;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.AspNetCore.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>Words what went wrong for the person: our code with its text, never an exception and never a value of the file.</summary>
internal static class Problems
{
    public static async ValueTask<object?> CatchAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context).ConfigureAwait(false);
        }
        catch (SellsyImportException exception)
        {
            var status = exception.Code is ErrorCodes.ServerUnreachable or ErrorCodes.DatabaseLocked
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status422UnprocessableEntity;
            return Of(context.HttpContext, exception.Code, exception.Arguments, status);
        }
        catch (BadHttpRequestException exception)
        {
            return Results.Problem(title: "Bad request", statusCode: exception.StatusCode);
        }
        catch (Exception exception) when (!IsGivenUp(exception, context.HttpContext) && !context.HttpContext.Response.HasStarted)
        {
            // The message may hold a value of a row, so neither the person nor the log is shown more than the type.
            context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(PageLog.Category)
                .RequestFailed(exception.GetType().FullName!);
            return Results.Problem(title: "Server error", statusCode: StatusCodes.Status500InternalServerError);
        }
    }

    public static IResult Of(HttpContext http, string code, ImmutableArray<string> arguments, int status) => Results.Problem(
        title: code,
        detail: Languages.Of(http).ErrorText(code, arguments),
        statusCode: status,
        extensions: new Dictionary<string, object?> { ["code"] = code });

    public static IResult NotFound() => Results.Problem(title: "Not found", statusCode: StatusCodes.Status404NotFound);

    public static IResult Invalid(string what) => Results.Problem(title: "Bad request", detail: what, statusCode: StatusCodes.Status400BadRequest);

    public static ProblemView View(ImportTexts texts, SessionProblem problem) => problem.Code.Length == 0
        ? new(texts.Language == "fr" ? "Erreur du serveur" : "Server error", "", null, StatusCodes.Status500InternalServerError)
        : new(problem.Code, texts.ErrorText(problem.Code, problem.Arguments), problem.Code, StatusCodes.Status422UnprocessableEntity);

    /// <summary>Whether the browser no longer waits. A time-out of the host's store looks like a cancellation too, and is none.</summary>
    private static bool IsGivenUp(Exception exception, HttpContext http) =>
        exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested;
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Cadence.SellsyImport.AspNetCore.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.AspNetCore.Endpoints;

/// <summary>Words what went wrong for the person: our code with its text, never an exception and never a value of the file.</summary>
internal static class Problems
{
    private static readonly FrozenDictionary<int, (string French, string English)> Sentences = new Dictionary<int, (string French, string English)>
    {
        [StatusCodes.Status400BadRequest] = (
            "Une valeur de la demande n’est pas admise. Rechargez la page et choisissez une autre valeur.",
            "A value of the request is not allowed. Reload the page and choose another value."),
        [StatusCodes.Status403Forbidden] = (
            "La demande vient d’un autre site. Ouvrez la page de l’import elle-même.",
            "The request came from another site. Open the import page itself."),
        [StatusCodes.Status404NotFound] = (
            "Ce fichier ou cet import n’est plus ici, ou appartient à un autre utilisateur. Importez de nouveau le fichier ; les leads ajoutés restent dans Cadence.",
            "This file or import is no longer here, or belongs to another user. Upload the file again; leads that were added stay in Cadence."),
        [StatusCodes.Status409Conflict] = (
            "L’import a déjà commencé : son fichier, ses correspondances et ses lignes cochées ne changent plus. Reprenez-le ou annulez-le.",
            "The import has begun already: its file, its mapping and its ticked rows no longer change. Resume it or undo it."),
        [StatusCodes.Status412PreconditionFailed] = (
            "Cet import vient de changer, peut-être dans une autre fenêtre. Rechargez la page, vérifiez l’aperçu et recommencez.",
            "This import has just changed, perhaps in another window. Reload the page, check the preview and try again."),
        [StatusCodes.Status413PayloadTooLarge] = (
            "L’envoi est trop volumineux. Choisissez un fichier plus petit.",
            "What was sent is too large. Choose a smaller file."),
        [StatusCodes.Status429TooManyRequests] = (
            "Trop de fichiers conservés, ou trop d’opérations lancées en une minute. Réessayez dans une minute ; si cela se répète, attendez que d’anciens fichiers expirent.",
            "Too many files are kept, or too many operations were started within a minute. Try again in a minute; if it happens again, wait until older files expire."),
        [StatusCodes.Status500InternalServerError] = (
            "Erreur du serveur. Réessayez ; si elle se répète, prévenez l’administrateur.",
            "Server error. Try again; if it happens again, tell the administrator."),
    }.ToFrozenDictionary();

    public static async ValueTask<object?> CatchAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return InWords(context.HttpContext, await next(context).ConfigureAwait(false));
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
            return InWords(context.HttpContext, Results.Problem(title: "Bad request", statusCode: exception.StatusCode));
        }
        catch (Exception exception) when (!IsGivenUp(exception, context.HttpContext) && !context.HttpContext.Response.HasStarted)
        {
            // The message may hold a value of a row, so neither the person nor the log is shown more than the type.
            context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(PageLog.Category)
                .RequestFailed(exception.GetType().FullName!);
            return InWords(context.HttpContext, Results.Problem(title: "Server error", statusCode: StatusCodes.Status500InternalServerError));
        }
    }

    /// <summary>Gives an answer that has only its status a sentence for the person, in the language of the page.</summary>
    public static object? InWords(HttpContext http, object? answer)
    {
        if (answer is ProblemHttpResult { ProblemDetails: { Detail: null, Status: { } status } problem } && Sentences.ContainsKey(status))
        {
            problem.Detail = SentenceOf(status, Languages.Of(http));
        }

        return answer;
    }

    private static string SentenceOf(int status, ImportTexts texts) => texts.Language == "fr" ? Sentences[status].French : Sentences[status].English;

    public static IResult Of(HttpContext http, string code, ImmutableArray<string> arguments, int status) => Results.Problem(
        title: code,
        detail: Languages.Of(http).ErrorText(code, arguments),
        statusCode: status,
        extensions: new Dictionary<string, object?> { ["code"] = code });

    public static IResult Changed() => Results.Problem(title: "Changed meanwhile", statusCode: StatusCodes.Status412PreconditionFailed);

    public static IResult NotFound() => Results.Problem(title: "Not found", statusCode: StatusCodes.Status404NotFound);

    /// <param name="what">What is expected, for the author of a program: the page itself sends no such request.</param>
    public static IResult Invalid(string what) => Results.Problem(title: what, statusCode: StatusCodes.Status400BadRequest);

    public static ProblemView View(ImportTexts texts, SessionProblem problem) => problem.Code.Length == 0
        ? new("Server error", SentenceOf(StatusCodes.Status500InternalServerError, texts), null, StatusCodes.Status500InternalServerError)
        : new(problem.Code, texts.ErrorText(problem.Code, problem.Arguments), problem.Code, StatusCodes.Status422UnprocessableEntity);

    /// <summary>Whether the browser no longer waits. A time-out of the host's store looks like a cancellation too, and is none.</summary>
    private static bool IsGivenUp(Exception exception, HttpContext http) =>
        exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested;
}

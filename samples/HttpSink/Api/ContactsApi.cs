using HttpSink.Crm;

namespace HttpSink.Api;

/// <summary>A small API of contacts, as a CRM has it: 201, 409, 422, 429, 503, and now and then no answer.</summary>
internal static class ContactsApi
{
    /// <summary>Seconds that a client is asked to wait.</summary>
    public const int RetryAfter = 7;

    public static WebApplication Build(string[] args, ContactStore store)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/users", () => store.Users);
        app.MapPost("/contacts/lookup", (string[] sellsyIds) => store.Find(sellsyIds));
        app.MapPost("/contacts", async (CrmContact contact, HttpRequest request, HttpResponse response, CancellationToken aborted) =>
        {
            var fault = store.Fault(contact.SellsyId);
            if (fault == ApiFault.Hangs)
            {
                await Task.Delay(Timeout.Infinite, aborted);
            }

            if (fault is ApiFault.TooManyRequests or ApiFault.Unavailable)
            {
                if (fault == ApiFault.TooManyRequests)
                {
                    response.Headers.RetryAfter = $"{RetryAfter}";
                }

                return Results.StatusCode(fault == ApiFault.TooManyRequests ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable);
            }

            var status = store.Create(request.Headers["Idempotency-Key"].FirstOrDefault(), contact);
            if (fault == ApiFault.WorksAndHangs)
            {
                await Task.Delay(Timeout.Infinite, aborted);
            }

            return status == StatusCodes.Status422UnprocessableEntity
                ? Results.Json(new CrmProblem("EmailInvalid", "The domain of the e-mail address does not exist."), statusCode: status)
                : Results.StatusCode(status);
        });
        return app;
    }
}

using Cadence.SellsyImport.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using UploadHost;

var builder = WebApplication.CreateBuilder(args);

// The importer with the host's own store and users: no store of the library is needed.
builder.Services.AddSellsyImport(builder.Configuration.GetSection("SellsyImport"));
builder.Services.AddSingleton<AddressBook>();
builder.Services.AddSingleton<ILeadSink, AddressBookSink>();
builder.Services.AddSingleton<ICadenceUserProvider, ConfiguredUsers>();
builder.Services.AddScoped<Uploads>();

var app = builder.Build();

// curl -F file=@contacts.csv http://localhost:5000/imports
// An upload by a form can be opened again, as often as the import needs it. This host has no cookies, so nobody can forge a request.
// Kestrel takes bodies up to 30 MB; larger exports need a larger MaxRequestBodySize.
app.MapPost("/imports", Task<Results<Ok<UploadResult>, ProblemHttpResult>> (IFormFile file, Uploads uploads, CancellationToken cancellationToken) =>
    uploads.ImportAsync(ImportSource.From(file.FileName, _ => new(file.OpenReadStream())), cancellationToken)).DisableAntiforgery();

// curl -T contacts.csv http://localhost:5000/imports/contacts.csv
// The body of a request can be read only once, so it is copied to a private temporary file.
app.MapPut("/imports/{name}", async Task<Results<Ok<UploadResult>, ProblemHttpResult>> (
    string name, HttpRequest request, Uploads uploads, CancellationToken cancellationToken) =>
{
    using var source = await ImportSource.FromStreamAsync(name, request.Body, cancellationToken);
    return await uploads.ImportAsync(source, cancellationToken);
});

app.MapGet("/contacts/{id}", Results<Ok<Contact>, NotFound> (string id, AddressBook book) =>
    book.Find(id) is { } contact ? TypedResults.Ok(contact) : TypedResults.NotFound());

app.Run();

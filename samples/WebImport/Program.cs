// The import page on SQLite: dotnet run --project samples/WebImport, then open the address that it prints.
using Cadence.SellsyImport;
using Cadence.SellsyImport.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
var database = builder.Configuration["Database"] ?? "cadence-web.db";

builder.Services.AddSellsyImport()
    .UseSqlite(database)
    .UseExcel()
    .AddImportPage(options => options.Folder = builder.Configuration["Folder"] ?? $"{database}-files");

var app = builder.Build();
app.UseStaticFiles();

// Everybody who reaches this sample may import. A real host says who: MapSellsyImport("/import").RequireAuthorization("Import").
app.MapSellsyImport("/import").AllowAnonymous();
app.MapGet("/", () => Results.Redirect("/import"));

await app.Services.GetRequiredService<SqliteUserTable>().AddUsersAsync(
[
    new("u1", "Marie", "Durand") { Email = "marie.durand@cadence.example" },
    new("u2", "Hélène", "Aubrac") { Email = "helene.aubrac@cadence.example" },
    new("u3", "Paul", "Martin") { Email = "paul.martin@cadence.example" },
]);
await app.RunAsync();

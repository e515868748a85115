// The import page: dotnet run --project samples/WebImport, then open the address that it prints. It keeps everything in a SQLite file and a folder beside
// it. With --PostgreSql "Host=…;Database=…;Username=…" it keeps everything in that database instead, and several of these servers may run side by side.
using Cadence.SellsyImport;
using Cadence.SellsyImport.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
var import = builder.Services.AddSellsyImport().UseExcel();
if (builder.Configuration["PostgreSql"] is { Length: > 0 } server)
{
    import.UsePostgreSql(server).UsePostgreSqlFiles().AddImportPage();
}
else
{
    var database = builder.Configuration["Database"] ?? "cadence-web.db";
    import.UseSqlite(database).AddImportPage(options => options.Folder = builder.Configuration["Folder"] ?? $"{database}-files");
}

var app = builder.Build();
app.UseStaticFiles();

// Everybody who reaches this sample may import. A real host says who: MapSellsyImport("/import").RequireAuthorization("Import").
app.MapSellsyImport("/import").AllowAnonymous();
app.MapGet("/", () => Results.Redirect("/import"));

CadenceUser[] users =
[
    new("u1", "Marie", "Durand") { Email = "marie.durand@cadence.example" },
    new("u2", "Hélène", "Aubrac") { Email = "helene.aubrac@cadence.example" },
    new("u3", "Paul", "Martin") { Email = "paul.martin@cadence.example" },
];
await (app.Services.GetService<PostgreSqlUserTable>()?.AddUsersAsync(users) ?? app.Services.GetRequiredService<SqliteUserTable>().AddUsersAsync(users));
await app.RunAsync();

using Cadence.SellsyImport.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Cadence.SellsyImport.Tests.Snippets;

/// <summary>The code of the readme of Cadence.SellsyImport.AspNetCore.</summary>
public sealed class WebSnippets
{
    [Fact]
    public async Task The_import_page_in_a_web_application()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Services.AddAuthorizationBuilder().AddPolicy("Import", policy => policy.RequireAuthenticatedUser());

        builder.Services.AddSellsyImport().UseSqlite("cadence.db").AddImportPage();

        await using var app = builder.Build();

        app.MapSellsyImport("/import").RequireAuthorization("Import");

        Assert.NotEmpty(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
    }
}

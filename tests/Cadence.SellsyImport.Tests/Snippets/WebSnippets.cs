using Cadence.SellsyImport.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Snippets;

/// <summary>The code of the readme of Cadence.SellsyImport.AspNetCore, and of the page on texts of the host's own.</summary>
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

    [Fact]
    public void The_words_of_a_host_on_the_page()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        var englishTexts = new Dictionary<string, string> { ["LeadField.Score"] = "Score" };

        builder.Services.AddSellsyImport().UseSqlite("cadence.db").AddImportPage(options =>
        {
            options.French = ImportTexts.French.With(new Dictionary<string, string>
            {
                ["LeadField.Score"] = "Score commercial",
                ["Issue.Crm.Blocked"] = "Domaine bloqué",
                ["IssueText.Crm.Blocked"] = "L’adresse {0} est d’un domaine bloqué.",
            });
            options.English = ImportTexts.English.With(englishTexts);
        });

        using var services = builder.Services.BuildServiceProvider();
        var options = services.GetRequiredService<IOptions<SellsyImportPageOptions>>().Value;
        Assert.Equal("Score commercial", options.French.FieldLabel("Score"));
        Assert.Equal("Domaine bloqué", options.French.IssueTitle("Crm.Blocked"));
        Assert.Equal("Score", options.English.FieldLabel("Score"));
    }
}

using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>A host of the page on a free port, with a store in memory. The header <c>User</c> says who asks, unless nobody has to.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private PageHost(
        Func<WebApplication, IEndpointConventionBuilder> map,
        bool withSink,
        string environment,
        Action<SellsyImportPageOptions>? configure,
        Action<SellsyImportBuilder>? build,
        Action<IServiceCollection>? services)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication(HeaderUser.Scheme).AddScheme<AuthenticationSchemeOptions, HeaderUser>(HeaderUser.Scheme, null);
        builder.Services.AddAuthorization();
        var import = builder.Services.AddSellsyImport().AddImportPage(options =>
        {
            options.Folder = _folder.FullName;
            configure?.Invoke(options);
        });
        build?.Invoke(import);
        if (withSink)
        {
            builder.Services.AddSingleton<ILeadSink>(new FaultInjectingLedgerSink(Sink, callNumber: 0) { OnCall = call => OnSinkCall(call) });
        }

        builder.Services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(new CadenceUser("u1", "Marie", "Durand"), new("u2", "Hélène", "Aubrac")));
        services?.Invoke(builder.Services);
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.UseAuthentication();
        _app.UseAuthorization();
        map(_app);
    }

    public InMemoryLedgerSink Sink { get; } = new();

    /// <summary>Called before and after each call of the sink.</summary>
    public Action<SinkCall> OnSinkCall { get; set; } = _ => { };

    public string Folder => _folder.FullName;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PageHost> StartAsync(
        Func<WebApplication, IEndpointConventionBuilder>? map = null,
        bool withSink = true,
        string environment = "Production",
        Action<SellsyImportPageOptions>? configure = null,
        Action<SellsyImportBuilder>? build = null,
        Action<IServiceCollection>? services = null)
    {
        var host = new PageHost(map ?? (app => app.MapSellsyImport("/import").RequireAuthorization()), withSink, environment, configure, build, services);
        try
        {
            await host._app.StartAsync(Cancellation);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public HttpClient Client(string? user = "anna")
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new($"{Address}/import/") };
        client.DefaultRequestHeaders.Add("X-Sellsy-Import", "1");
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        if (user is not null)
        {
            client.DefaultRequestHeaders.Add("User", user);
        }

        return client;
    }

    public static StringContent Json(object value) => new(JsonSerializer.Serialize(value), Encoding.UTF8, "application/json");

    public static ByteArrayContent Bytes(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    public static async Task<JsonElement> ReadAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Uploads a file and opens it.</summary>
    public static async Task<JsonElement> OpenAsync(HttpClient client, string csv, string name = "contacts.csv") =>
        await ReadAsync(client.PostAsync("api/sessions", Json(new { fileId = await UploadAsync(client, Encoding.UTF8.GetBytes(csv), name) }), Cancellation));

    /// <summary>Uploads a file in pieces, and returns its id.</summary>
    public static async Task<string> UploadAsync(HttpClient client, byte[] bytes, string name)
    {
        var file = await ReadAsync(client.PostAsync("api/files", Json(new { name, size = bytes.Length }), Cancellation));
        var id = file.GetProperty("fileId").GetString()!;
        for (var offset = 0; offset < bytes.Length; offset += 1 << 20)
        {
            await ReadAsync(client.PutAsync($"api/files/{id}?offset={offset}", Bytes(bytes[offset..Math.Min(bytes.Length, offset + (1 << 20))]), Cancellation));
        }

        return id;
    }

    /// <summary>Starts a piece of work and waits for its end.</summary>
    public static async Task<JsonElement> WorkAsync(HttpClient client, string id, string what)
    {
        await ReadAsync(client.PostAsync($"api/sessions/{id}/{what}", Json(new { }), Cancellation));
        using var events = new StreamReader(await client.GetStreamAsync($"api/sessions/{id}/events", Cancellation));
        while (await events.ReadLineAsync(Cancellation) is { } line)
        {
            if (line == "event: state"
                && await ReadAsync(client.GetAsync($"api/sessions/{id}", Cancellation)) is var session
                && session.GetProperty("job").GetProperty("state").GetString() != "running")
            {
                return session;
            }
        }

        throw new InvalidOperationException($"The events ended before {what}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private sealed class HeaderUser(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        public new const string Scheme = "header";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["User"].ToString() is { Length: > 0 } name
            ? AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, name)], Scheme)), Scheme))
            : AuthenticateResult.NoResult());
    }
}

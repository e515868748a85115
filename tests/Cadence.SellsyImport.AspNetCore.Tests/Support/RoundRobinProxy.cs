using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>
/// A proxy that gives each request to the next server. It knows nothing of their health: a server that is away costs a request a 502, or its answer is cut.
/// It may take a prefix off the path, without a header that says so.
/// </summary>
internal sealed class RoundRobinProxy : IAsyncDisposable
{
    private static readonly HashSet<string> OfConnection = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Keep-Alive", "Transfer-Encoding", "Host" };

    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Func<IReadOnlyList<string>> _servers;
    private readonly string _prefix;
    private int _next;

    private RoundRobinProxy(Func<IReadOnlyList<string>> servers, string prefix)
    {
        (_servers, _prefix) = (servers, prefix);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(ForwardAsync);
    }

    /// <summary>Called with method, path and server after a server has answered, before the answer goes on.</summary>
    public Func<string, string, string, Task> OnAnswered { get; set; } = (_, _, _) => Task.CompletedTask;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + _prefix;

    public static async Task<RoundRobinProxy> StartAsync(Func<IReadOnlyList<string>> servers, string prefix = "")
    {
        var proxy = new RoundRobinProxy(servers, prefix);
        await proxy._app.StartAsync(TestContext.Current.CancellationToken);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task ForwardAsync(HttpContext http)
    {
        var servers = _servers();
        var server = servers[Interlocked.Increment(ref _next) % servers.Count];
        var path = http.Request.Path.Value!;
        if (!path.StartsWith(_prefix, StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var request = new HttpRequestMessage(new(http.Request.Method), $"{server}{path[_prefix.Length..]}{http.Request.QueryString}");
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
        {
            request.Content = new StreamContent(http.Request.Body);
        }

        foreach (var header in http.Request.Headers.Where(header => !OfConnection.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(header.Key, [.. header.Value]))
            {
                request.Content?.Headers.TryAddWithoutValidation(header.Key, [.. header.Value]);
            }
        }

        request.Headers.Host = http.Request.Host.Value;
        try
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
            await OnAnswered(http.Request.Method, path, server);
            http.Response.StatusCode = (int)answer.StatusCode;
            foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfConnection.Contains(header.Key)))
            {
                http.Response.Headers[header.Key] = header.Value.ToArray();
            }

            await using var body = await answer.Content.ReadAsStreamAsync(http.RequestAborted);
            var buffer = new byte[16_384];
            for (int read; (read = await body.ReadAsync(buffer, http.RequestAborted)) > 0;)
            {
                await http.Response.Body.WriteAsync(buffer.AsMemory(0, read), http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            if (http.Response.HasStarted)
            {
                http.Abort();
            }
            else
            {
                http.Response.Clear();
                http.Response.StatusCode = (int)HttpStatusCode.BadGateway;
            }
        }
    }
}

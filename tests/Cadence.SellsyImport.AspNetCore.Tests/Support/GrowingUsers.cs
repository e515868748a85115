using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>The users of a host to whom one is added while it runs.</summary>
internal sealed class GrowingUsers : ICadenceUserProvider
{
    private IReadOnlyList<CadenceUser> _users = [new("u1", "Marie", "Durand")];

    /// <summary>Called before each answer.</summary>
    public Action OnAsked { get; set; } = () => { };

    public Task<PageHost> HostAsync(Func<WebApplication, IEndpointConventionBuilder>? map = null) =>
        PageHost.StartAsync(map, services: services => services.AddSingleton<ICadenceUserProvider>(this));

    public void Add(CadenceUser user) => _users = [.. _users, user];

    public ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default)
    {
        OnAsked();
        return new(_users);
    }
}

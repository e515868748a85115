using Microsoft.Extensions.Configuration;

namespace ClusterImport;

/// <summary>The users of Cadence as the configuration lists them: an id, and a first and a last name. A real host asks its database.</summary>
internal sealed class ConfiguredUsers(IConfiguration configuration) : ICadenceUserProvider
{
    public ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default) => new(
    [
        .. from user in configuration.GetSection("Users").GetChildren()
           let names = user.Value!.Split(' ', 2)
           select new CadenceUser(user.Key, names[0], names[1]),
    ]);
}

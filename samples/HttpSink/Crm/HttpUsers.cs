namespace HttpSink.Crm;

/// <summary>The users of the API, who own contacts.</summary>
internal sealed class HttpUsers(HttpClient crm) : ICadenceUserProvider
{
    public async ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default)
    {
        var users = await crm.GetFromJsonAsync<CrmUser[]>("users", cancellationToken) ?? [];
        return [.. users.Select(user => new CadenceUser(user.Id, user.FirstName, user.LastName))];
    }
}

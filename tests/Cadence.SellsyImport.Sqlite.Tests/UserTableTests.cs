using Cadence.SellsyImport.Sqlite.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Cadence.SellsyImport.Sqlite.Tests;

public sealed class UserTableTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Users_come_back_as_they_were_added_ordered_by_id()
    {
        CadenceUser[] users = [new("b", "Noé", "O'Brien") { Email = "noe@cadence.example", SellsyId = "12" }, new("a", "Inès", "") { IsActive = false, SellsyIds = [new("Nantes", "12"), new("Lyon", "7")] }];

        await _store.Users.AddUsersAsync(users, TestContext.Current.CancellationToken);

        Assert.Equal([users[1], users[0]], await _store.Users.GetUsersAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_user_added_again_is_changed_and_keeps_its_leads()
    {
        await _store.AddAsync(1, Samples.Lead(1));
        var changed = Samples.Owner with { LastName = "Hélias-Martin", Email = null, IsActive = false };

        await _store.Users.AddUsersAsync([changed], TestContext.Current.CancellationToken);

        Assert.Equal([changed], await _store.Users.GetUsersAsync(TestContext.Current.CancellationToken));
        Assert.Equal("u-1", Assert.Single(_store.Query("SELECT owner_id FROM leads"))[0]);
    }

    [Fact]
    public async Task An_owner_who_is_there_already_is_left_as_is()
    {
        var changed = Samples.Owner with { LastName = "Hélias-Martin" };
        await _store.Users.AddUsersAsync([changed], TestContext.Current.CancellationToken);

        await _store.AddAsync(1, Samples.Lead(1));

        Assert.Equal([changed], await _store.Users.GetUsersAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task All_users_are_added_or_none()
    {
        await Assert.ThrowsAsync<SqliteException>(
            () => _store.Users.AddUsersAsync([Samples.Owner, new(null!, "No", "Id")], TestContext.Current.CancellationToken));

        Assert.Empty(await _store.Users.GetUsersAsync(TestContext.Current.CancellationToken));
    }
}

using Cadence.SellsyImport;
using ConsoleImport.CommandLine;
using ConsoleImport.Hosting;
using ConsoleImport.Users;

namespace ConsoleImport.Commands;

/// <summary><c>users add USERS.csv</c>: adds users to the database, or updates those whose id is there.</summary>
internal static class UsersAddCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var users = UsersFile.Read(context.Get(Options.UsersFile));
        await using var services = ImportServices.ForWriting(context.Database);
        await AddAsync(services, users, context);
    }

    public static async Task AddAsync(ImportServices services, IReadOnlyList<CadenceUser> users, ConsoleContext context)
    {
        var database = context.Database;
        await database.AddUsersAsync(services.Provider, users, context.Cancellation);
        context.Display.Line(Say(
            $"Utilisateurs enregistrés dans {database.Name} : {users.Count}",
            $"Users stored in {database.Name}: {users.Count}"));
    }
}

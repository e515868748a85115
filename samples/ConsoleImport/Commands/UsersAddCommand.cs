using ConsoleImport.Hosting;
using ConsoleImport.Users;

namespace ConsoleImport.Commands;

/// <summary><c>users add USERS.csv</c>: adds users to the database, or updates those whose id is there.</summary>
internal static class UsersAddCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var users = UsersFile.Read(context.Options.File, context.Texts);
        await using var services = ImportServices.ForWriting(context.Database);
        await services.AddUsersAsync(users, context.Cancellation);
        context.Display.Line(context.Texts.UsersStored(users.Count, context.Database.Name));
    }
}

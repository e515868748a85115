using ConsoleImport.Hosting;

namespace ConsoleImport.Commands;

/// <summary><c>users list</c>: the users of the database. It reads only, and creates no database.</summary>
internal static class UsersListCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var (display, database) = (context.Display, context.Database);
        if (!await database.ExistsAsync(context.Cancellation))
        {
            display.Line(Say(
                $"Pas de base {database.Name} : elle naît au premier « users add » ou « import ».",
                $"There is no database {database.Name}: the first \"users add\" or \"import\" creates it."));
            return;
        }

        await using var services = ImportServices.ForReading(database);
        var users = await services.GetUsersAsync(context.Cancellation);
        display.Title(Say("Utilisateurs de Cadence", "Users of Cadence"));
        display.Table(
            ["ID", Say("Nom", "Name"), "E-mail", Say("ID Sellsy", "Sellsy ID")],
            users.Select(user => new[] { user.Id, user.FullName, user.Email ?? "", user.SellsyId ?? "" }));
    }
}

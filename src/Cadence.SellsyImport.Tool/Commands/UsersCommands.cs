namespace Cadence.SellsyImport.Tool.Commands;

/// <summary>The users of the database, who can own leads.</summary>
internal static class UsersCommands
{
    /// <summary><c>users add USERS.csv</c>: adds users to the database, or updates those whose id exists.</summary>
    public static Task AddAsync(ConsoleContext context) => AddAsync(UsersFile.Read(context.Get(Options.UsersFile)), context);

    public static async Task AddAsync(UserList users, ConsoleContext context)
    {
        var database = context.Database;
        await using var services = ImportServices.ForWriting(database);
        await database.AddUsersAsync(services.Provider, users.Over(await services.GetUsersAsync(context.Cancellation)), context.Cancellation);
        context.Display.Line(Say($"Utilisateurs enregistrés dans {database.Name} : {users.Users.Count}", $"Users stored in {database.Name}: {users.Users.Count}"));
    }

    /// <summary><c>users list</c>: reads only, and creates no database.</summary>
    public static async Task ListAsync(ConsoleContext context)
    {
        var database = context.Database;
        if (!await database.ExistsAsync(context.Cancellation))
        {
            context.Display.Line(Say(
                $"Pas de base {database.Name} : elle naît au premier « users add » ou « import ».",
                $"There is no database {database.Name}: the first \"users add\" or \"import\" creates it."));
            return;
        }

        await using var services = ImportServices.ForReading(database);
        var users = await services.GetUsersAsync(context.Cancellation);
        string[] state = users.All(user => user.IsActive) ? [] : [Say("État", "State")];
        context.Display.Table(
            Say("Utilisateurs de Cadence", "Users of Cadence"),
            ["ID", Say("Nom", "Name"), "E-mail", Say("ID Sellsy", "Sellsy ID"), .. state],
            users.Select(user => new Cell[] { user.Id, user.FullName, user.Email ?? "", user.SellsyId ?? "", user.IsActive ? "" : Say("inactif", "not active") }[..(4 + state.Length)]));
    }
}

using Cadence.SellsyImport;
using ConsoleImport.Hosting;

namespace ConsoleImport.Commands;

/// <summary><c>users list</c>: the users of the database. It reads only, and creates no database.</summary>
internal static class UsersListCommand
{
    public static async Task RunAsync(ConsoleContext context)
    {
        var (display, texts, database) = (context.Display, context.Texts, context.Database);
        if (!await database.IsThereAsync(context.Cancellation))
        {
            display.Line(texts.DatabaseAbsent(database.Name));
            return;
        }

        await using var services = ImportServices.ForReading(database);
        var users = await services.GetUsersAsync(context.Cancellation);
        display.Title(texts.UsersTitle);
        display.Table([texts.UserId, texts.Name, texts.Email, texts.ContactId], users.Select(Cells));
    }

    private static IReadOnlyList<string> Cells(CadenceUser user) => [user.Id, user.FullName, user.Email ?? "", user.SellsyId ?? ""];
}

using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("importer", "Commande inconnue « importer » : preview, import, resume, end, undo, history, mapping, users add ou users list est attendu.")]
    [InlineData("users", "Mot manquant après « users » : add ou list est attendu.")]
    [InlineData("users remove", "« users remove » est inconnu : users add ou users list est attendu.")]
    [InlineData("import", "Fichier manquant : FILE est attendu.")]
    [InlineData("users add", "Fichier manquant : USERS.csv est attendu.")]
    [InlineData("preview a.csv b.csv", "Argument inattendu « b.csv » : il n'y a rien à cette place ; un nom contenant des espaces se met entre guillemets.")]
    [InlineData("users list --json", "Option inconnue --json : cette commande accepte --db, --postgres, --lang.")]
    [InlineData("mapping a.csv --verbose", "Option inconnue --verbose : cette commande accepte --encoding, --separator, --heading-row, --short-rows, --date-order, --sheet, --profile, --set, --const, --value, --owner, --default-owner, --unknown-owner, --save, --lang, --json.")]
    [InlineData("mapping --verbose a.csv", "Option inconnue --verbose : cette commande accepte --encoding, --separator, --heading-row, --short-rows, --date-order, --sheet, --profile, --set, --const, --value, --owner, --default-owner, --unknown-owner, --save, --lang, --json.")]
    [InlineData("preview a.csv --json true", "Argument inattendu « true » : il n'y a rien à cette place ; un nom contenant des espaces se met entre guillemets.")]
    [InlineData("preview a.csv --db", "Valeur manquante après --db : FILE est attendu.")]
    [InlineData("preview a.csv --db --json", "Valeur manquante après --db : FILE est attendu.")]
    [InlineData("preview a.csv --db x.db --db y.db", "--db est donnée deux fois : une seule est attendue.")]
    [InlineData("preview a.csv --json --json", "--json est donnée deux fois : une seule est attendue.")]
    [InlineData("import a.csv --rows 0", "--rows « 0 » n'est pas une sélection : attendu all, none, ou des numéros de ligne à partir de 1 comme 1-20,35.")]
    [InlineData("import a.csv --rows 5-2", "--rows « 5-2 » n'est pas une sélection : attendu all, none, ou des numéros de ligne à partir de 1 comme 1-20,35.")]
    [InlineData("import a.csv --lang de", "--lang « de » est inconnu : attendu fr, en.")]
    [InlineData("preview a.csv --repeated both", "--repeated « both » est inconnu : attendu first, last, merge.")]
    [InlineData("preview a.csv --sheet Contacts", "--sheet nomme une feuille d'un classeur, or a.csv n'en est pas un : un fichier .xlsx est attendu.")]
    [InlineData("resume 1 --sheet Contacts", "--sheet ne va qu'avec --file : donnez le classeur.")]
    [InlineData("import a.csv --plan p --repeated last", "--plan et --repeated ne vont pas ensemble : donnez l'une des deux.")]
    [InlineData("import a.csv --existing keep", "--existing « keep » est inconnu : attendu skip, fill, overwrite.")]
    [InlineData("preview a.csv --set Owner", "--set « Owner » : FIELD=COLUMN est attendu, sans blanc de part et d'autre du signe égal.")]
    [InlineData("preview a.csv --const Owner=", "--const « Owner= » : FIELD=VALUE est attendu, sans blanc de part et d'autre du signe égal.")]
    [InlineData("preview a.csv --value EmailConsent:=oui", "--value « EmailConsent:=oui » : FIELD:TEXT=VALUE est attendu.")]
    [InlineData("preview a.csv --value Oui=oui", "--value « Oui=oui » : FIELD:TEXT=VALUE est attendu.")]
    [InlineData("preview a.csv --value EmailConsent:A=oui --value EmailConsent:A=non", "--value « EmailConsent:A » est donné deux fois : une fois par texte est attendu.")]
    [InlineData("preview a.csv --owner Ada", "--owner « Ada » : TEXT=USERID est attendu, sans blanc de part et d'autre du signe égal.")]
    [InlineData("preview a.csv --owner =1", "--owner « =1 » : TEXT=USERID est attendu, sans blanc de part et d'autre du signe égal.")]
    [InlineData("preview a.csv --owner A=1 --owner A=2", "--owner « A » est donné deux fois : une fois par texte est attendu.")]
    [InlineData("preview a.csv --default-owner", "Valeur manquante après --default-owner : USERID est attendu.")]
    [InlineData("import a.csv --plan p --owner A=1", "--plan et --owner ne vont pas ensemble : donnez l'une des deux.")]
    [InlineData("import a.csv --plan p --unknown-owner 1", "--plan et --unknown-owner ne vont pas ensemble : donnez l'une des deux.")]
    [InlineData("preview a.csv --set Email=A --set Email=B", "--set Email est donné deux fois : une fois par champ est attendu.")]
    [InlineData("import a.csv --report a.csv", "FILE et --report désignent le même fichier a.csv, qui serait écrasé : donnez un autre nom à l'un d'eux.")]
    [InlineData("import a.csv --report r.csv --statuses r.csv", "--report et --statuses désignent le même fichier r.csv, qui serait écrasé : donnez un autre nom à l'un d'eux.")]
    public async Task A_wrong_command_line_says_what_was_found_and_what_is_expected(string arguments, string message)
    {
        var run = await _folder.RunAsync(arguments.Split(' '));

        Assert.Equal(message, run.FailedWith(2).Errors.Split('\n')[0].TrimEnd('\r'));
        Assert.Empty(_folder.Names());
    }

    [Theory]
    [InlineData("preview a.csv --postgres Host=h Password=secret", "Unexpected argument \"Password=…\": nothing stands in this place; quote a name that has spaces.")]
    [InlineData("preview a.csv --Password=secret", "Unknown option --Password=…: this command takes --users, --db, --postgres, --encoding, --separator, --heading-row, --short-rows, --date-order, --sheet, --profile, --set, --const, --value, --owner, --default-owner, --unknown-owner, --account, --existing, --repeated, --changes, --save-plan, --statuses, --lang, --json.")]
    [InlineData("postgres://me:secret@h/d", "Unknown command \"postgres://…\": preview, import, resume, end, undo, history, mapping, users add or users list is expected.")]
    [InlineData("preview a.csv --postgres Password=secret", "The value of --postgres is no connection: Host=…;Database=…;Username=… is expected, in quotes.")]
    public async Task A_connection_that_was_mistyped_is_not_shown(string arguments, string message)
    {
        var run = await _folder.RunAsync([.. arguments.Split(' '), "--lang=en"]);

        Assert.Equal(message, run.FailedWith(2).Errors.Split('\n')[0].TrimEnd('\r'));
    }

    [Fact]
    public async Task A_file_is_named_as_it_is_typed()
    {
        _folder.Write("a.csv", "preview b.csv");

        var run = await _folder.RunAsync("preview", "@a.csv");

        Assert.Equal("@a.csv n'existe pas. Vérifiez le chemin.", run.FailedWith(1).Errors.TrimEnd());
    }

    [Fact]
    public async Task An_unknown_field_is_named_with_the_fields_there_are()
    {
        var run = await _folder.RunAsync("preview", "a.csv", "--set", "Firstname=Prénom", "--lang", "en");

        Assert.StartsWith(
            "--set: unknown field \"Firstname\". Fields: SellsyContactId, FirstName, LastName, Owner, OwnerSellsyId,",
            run.FailedWith(2).Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_set_for_two_fields_is_wrong_usage()
    {
        _folder.Write("a.csv", Exports.FourRows);

        var run = await _folder.RunAsync("preview", "a.csv", "--set", "Email=E-mail", "--set", "CompanyEmail=e mail", "--lang", "en");

        Assert.StartsWith(
            "--set gives the column \"e mail\" to Email and to CompanyEmail: one column feeds one field.",
            run.FailedWith(2).Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_usage_of_the_command_follows_the_message()
    {
        var run = await _folder.RunAsync("users", "list", "--json", "--lang", "en");

        Assert.Equal(
            "Usage: dotnet run --project src/Cadence.SellsyImport.Tool -- users list [--db FILE] [--postgres CONNECTION] [--lang fr|en]",
            run.FailedWith(2).Errors.Split('\n')[1].TrimEnd('\r'));
    }

    [Fact]
    public async Task Help_lists_every_command_and_every_option()
    {
        var help = (await _folder.RunAsync("--help")).Succeeded().Output;

        string[] words =
        [
            "preview FILE", "import FILE", "mapping FILE", "users add USERS.csv", "users list", "--users USERS.csv", "--db FILE",
            "--sheet SHEET", "--profile P.json", "--set FIELD=COLUMN", "--const FIELD=VALUE", "--value FIELD:TEXT=VALUE", "--owner TEXT=USERID", "--default-owner USERID",
            "--unknown-owner USERID", "--lang fr|en", "--json", "--rows all|1-20,35",
            "--existing skip|fill|overwrite", "--repeated first|last|merge", "--report REJECTED.csv", "--statuses STATUSES.csv", "--save P.json",
        ];
        Assert.All(words, word => Assert.Contains(word, help, StringComparison.Ordinal));
        Assert.Empty(_folder.Names());
    }
}

using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly ConsoleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("importer", "Commande inconnue « importer ». Vouliez-vous dire import ?")]
    [InlineData("histroy", "Commande inconnue « histroy ». Vouliez-vous dire history ?")]
    [InlineData("delete", "Commande inconnue « delete ». Commandes : demo, preview, import, history, undo, resume, end, mapping, users.")]
    [InlineData("users", "Mot manquant après « users » : add ou list est attendu.")]
    [InlineData("users remove", "Commande inconnue « remove ». Commandes : add, list.")]
    [InlineData("import", "Fichier manquant : FICHIER est attendu.")]
    [InlineData("users add", "Fichier manquant : UTILISATEURS.csv est attendu.")]
    [InlineData("preview a.csv b.csv", "Argument inattendu « b.csv » : il n'y a rien à cette place ; un nom contenant des espaces se met entre guillemets.")]
    [InlineData("users list --json", "Option inconnue --json de la commande list.")]
    [InlineData("mapping a.csv --verbose", "Option inconnue --verbose de la commande mapping.")]
    [InlineData("mapping --verbose a.csv", "Option inconnue --verbose de la commande mapping.")]
    [InlineData("preview a.csv --exsiting fill", "Option inconnue --exsiting de la commande preview. Vouliez-vous dire --existing ?")]
    [InlineData("preview a.csv --json true", "Argument inattendu « true » : il n'y a rien à cette place ; un nom contenant des espaces se met entre guillemets.")]
    [InlineData("preview a.csv --db", "Valeur manquante après --db : FICHIER est attendu.")]
    [InlineData("preview a.csv --db --json", "Valeur manquante après --db : FICHIER est attendu.")]
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
    [InlineData("preview a.csv --set Owner", "--set « Owner » : CHAMP=COLONNE est attendu, sans blanc de part et d'autre du signe égal.")]
    [InlineData("preview a.csv --const Owner=", "--const « Owner= » : CHAMP=VALEUR est attendu, sans blanc de part et d'autre du signe égal.")]
    [InlineData("preview a.csv --owner Ada", "--owner « Ada » : TEXTE=ID est attendu, sans blanc de part et d'autre du signe égal.")]
    [InlineData("preview a.csv --owner =1", "--owner « =1 » : TEXTE=ID est attendu, sans blanc de part et d'autre du signe égal.")]
    [InlineData("preview a.csv --owner A=1 --owner A=2", "--owner « A » est donné deux fois : une fois par texte est attendu.")]
    [InlineData("preview a.csv --default-owner", "Valeur manquante après --default-owner : ID est attendu.")]
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
    [InlineData("preview a.csv --Password=secret", "Unknown option --Password=… of the command preview.")]
    [InlineData("postgres://me:secret@h/d", "Unknown command \"postgres://…\". Commands: demo, preview, import, history, undo, resume, end, mapping, users.")]
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
    public async Task An_unknown_field_is_named_with_the_one_that_was_meant()
    {
        var run = await _folder.RunAsync("preview", "a.csv", "--set", "Firstname=Prénom", "--lang", "en");

        Assert.StartsWith(
            "--set: unknown field \"Firstname\". Did you mean FirstName?",
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
    public async Task The_command_whose_help_is_meant_follows_the_message()
    {
        var run = await _folder.RunProcessAsync("users", "list", "--json", "--lang", "en");

        Assert.Equal("Help: dotnet sellsy-import.dll users list --help", run.FailedWith(2).Errors.Split('\n')[1].TrimEnd('\r'));
    }
}

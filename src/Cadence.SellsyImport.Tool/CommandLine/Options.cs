using System.CommandLine;
using System.Globalization;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>The arguments and options of all commands.</summary>
internal static class Options
{
    public static readonly Argument<string> File = new("FILE");
    public static readonly Argument<string> UsersFile = new("USERS.csv");
    public static readonly Argument<string> ImportId = new("IMPORT");

    public static readonly Option<string> Users = new("--users") { HelpName = "USERS.csv" };
    public static readonly Option<string> Sheet = new("--sheet") { HelpName = "SHEET" };
    public static readonly Option<string> ResumedFile = new("--file") { HelpName = "FILE" };
    public static readonly Option<string> Database = new("--db") { HelpName = "FILE" };
    public static readonly Option<string> Postgres = new("--postgres") { HelpName = "CONNECTION", Validators = { OptionParsers.CheckConnection } };
    public static readonly Option<string> Profile = new("--profile") { HelpName = "P.json" };
    public static readonly Option<FieldSetting[]> Columns = new("--set") { HelpName = "FIELD=COLUMN", CustomParser = OptionParsers.Settings };
    public static readonly Option<FieldSetting[]> Constants = new("--const") { HelpName = "FIELD=VALUE", CustomParser = OptionParsers.Settings };
    public static readonly Option<OwnerSetting[]> Owners = new("--owner") { HelpName = "TEXT=USERID", CustomParser = OwnerSetting.Parse };
    public static readonly Option<string> DefaultOwner = new("--default-owner") { HelpName = "USERID" };
    public static readonly Option<string> UnknownOwner = new("--unknown-owner") { HelpName = "USERID" };
    public static readonly Option<string> SavePlan = new("--save-plan") { HelpName = "PLAN" };
    public static readonly Option<string> Plan = new("--plan") { HelpName = "PLAN" };
    public static readonly Option<string> Report = new("--report") { HelpName = "REJECTED.csv" };
    public static readonly Option<string> Statuses = new("--statuses") { HelpName = "STATUSES.csv" };
    public static readonly Option<string> Save = new("--save") { HelpName = "P.json" };
    public static readonly Option<bool> KeepColumns = new("--keep-columns") { Arity = ArgumentArity.Zero };
    public static readonly Option<bool> Yes = new("--yes") { Arity = ArgumentArity.Zero };
    public static readonly Option<ValueSetting[]> Values = new("--value") { HelpName = "COLUMN:TEXT=VALUE", CustomParser = ValueSetting.Parse };
    public static readonly Option<LimitSetting[]> Limits = new("--limit") { HelpName = "cell|row|columns=N", CustomParser = LimitSetting.Parse };
    public static readonly Option<bool> Json = new("--json") { Arity = ArgumentArity.Zero };

    public static readonly Option<RowSelection> Rows = OptionParsers.Parsed(
        "--rows",
        "all|1-20,35",
        text => RowSelection.TryParse(text, out var rows) ? rows : null,
        " n'est pas une sélection : attendu all, none, ou des numéros de ligne à partir de 1 comme 1-20,35.",
        " is no selection: expected all, none, or row numbers from 1 on such as 1-20,35.");

    public static readonly Option<int?> Changes = RowCount("--changes");
    public static readonly Option<int?> Shown = RowCount("--show");
    public static readonly Option<int?> JsonRows = RowCount("--json-rows");

    public static readonly Option<ImportTexts> Language = OptionParsers.Choice<ImportTexts>(
        "--lang", new() { ["fr"] = ImportTexts.French, ["en"] = ImportTexts.English });

    public static readonly Option<ExistingLeadPolicy?> Existing = OptionParsers.Choice<ExistingLeadPolicy?>(
        "--existing", new() { ["skip"] = ExistingLeadPolicy.Skip, ["fill"] = ExistingLeadPolicy.FillBlanks, ["overwrite"] = ExistingLeadPolicy.Overwrite });

    public static readonly Option<string> Account = OptionParsers.Parsed(
        "--account",
        "NAME",
        AccountOf,
        " n'est pas le nom d'un compte Sellsy : au plus 100 caractères, sans espace au début ni à la fin.",
        " is no name of a Sellsy account: at most 100 characters, without a blank at the start or the end.");

    /// <summary>Any name of IANA; the library refuses those in which it reads no file, and names others.</summary>
    public static readonly Option<string> Encoding = new("--encoding") { HelpName = "NAME" };

    public static readonly Option<char?> Separator = OptionParsers.Parsed(
        "--separator",
        ";|,|tab|…",
        ReadingOptions.ParseSeparator,
        " : un seul signe est attendu, comme ; ou , ou tab.",
        ": one sign is expected, such as ; or , or tab.");

    public static readonly Option<int?> HeadingRow = OptionParsers.Parsed(
        "--heading-row",
        "N",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0 ? line : (int?)null,
        " : le numéro de la ligne des en-têtes est attendu, à partir de 1.",
        ": the number of the line with the headings is expected, from 1 on.");

    public static readonly Option<ShortRows?> ShortRows = OptionParsers.Choice<ShortRows?>(
        "--short-rows", new() { ["error"] = Cadence.SellsyImport.Files.ShortRows.Error, ["blank"] = Cadence.SellsyImport.Files.ShortRows.Blank });

    public static readonly Option<DateOrderOverride[]> DateOrders = new("--date-order") { HelpName = "FIELD=dmy|mdy", CustomParser = ReadingOptions.ParseDateOrders };

    public static readonly Option<RepeatedContacts?> Repeated = OptionParsers.Choice<RepeatedContacts?>(
        "--repeated", new() { ["first"] = RepeatedContacts.FirstWins, ["last"] = RepeatedContacts.LastWins, ["merge"] = RepeatedContacts.Merge });

    private static Option<int?> RowCount(string name) => OptionParsers.Parsed(
        name,
        "N|all",
        text => text == "all" ? int.MaxValue : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : (int?)null,
        " : un nombre de lignes ou all est attendu.",
        ": a number of rows or all is expected.");

    /// <summary>The name of a Sellsy account, which the library holds to its rule; null for any other text.</summary>
    private static string? AccountOf(string text)
    {
        try
        {
            return new PreviewOptions { SellsyAccount = text }.SellsyAccount;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

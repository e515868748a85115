using System.Collections.Immutable;

namespace ConsoleImport.CommandLine;

/// <summary>All options of the console.</summary>
internal static class OptionTable
{
    public const string Users = "--users";
    public const string Database = "--db";
    public const string Postgres = "--postgres";
    public const string Profile = "--profile";
    public const string Set = "--set";
    public const string Constant = "--const";
    public const string Language = "--lang";
    public const string Json = "--json";
    public const string Rows = "--rows";
    public const string Existing = "--existing";
    public const string Repeated = "--repeated";
    public const string Changes = "--changes";
    public const string SavePlan = "--save-plan";
    public const string Plan = "--plan";
    public const string File = "--file";
    public const string Report = "--report";
    public const string Statuses = "--statuses";
    public const string Save = "--save";

    private const ConsoleCommand OfRows = ConsoleCommand.Preview | ConsoleCommand.Import;
    private const ConsoleCommand OfFile = OfRows | ConsoleCommand.Mapping;
    private const ConsoleCommand OfHistory = ConsoleCommand.Resume | ConsoleCommand.End | ConsoleCommand.Undo | ConsoleCommand.History;
    private const ConsoleCommand OfStore = OfRows | OfUsers | OfHistory;
    private const ConsoleCommand OfReport = ConsoleCommand.Import | ConsoleCommand.Resume;
    private const ConsoleCommand OfUsers = ConsoleCommand.UsersAdd | ConsoleCommand.UsersList;

    public static ImmutableArray<OptionSpecification> All { get; } =
    [
        new(Users, "USERS.csv", OfRows),
        new(File, "FILE", ConsoleCommand.Resume),
        new(Database, "FILE", OfStore),
        new(Postgres, "CONNECTION", OfStore),
        new(Profile, "P.json", OfFile),
        new(Set, "FIELD=COLUMN", OfFile, IsRepeatable: true),
        new(Constant, "FIELD=VALUE", OfFile, IsRepeatable: true),
        new(Rows, "all|1-20,35", ConsoleCommand.Import),
        new(Existing, "skip|fill|overwrite", OfRows),
        new(Repeated, "first|last|merge", OfRows),
        new(Changes, "N|all", ConsoleCommand.Preview),
        new(SavePlan, "PLAN", ConsoleCommand.Preview),
        new(Plan, "PLAN", ConsoleCommand.Import),
        new(Report, "REJECTED.csv", OfReport),
        new(Statuses, "STATUSES.csv", OfRows | ConsoleCommand.Resume),
        new(Save, "P.json", ConsoleCommand.Mapping),
        new(Language, "fr|en", ConsoleCommand.Sample | OfFile | OfUsers | OfHistory),
        new(Json, null, OfFile | OfHistory),
    ];

    public static OptionSpecification? Find(string name) => All.FirstOrDefault(option => option.Name == name);

    public static IEnumerable<OptionSpecification> Of(ConsoleCommand command) => All.Where(option => (option.Commands & command) != 0);
}

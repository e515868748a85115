using System.Collections.Immutable;
using System.Text;
using Cadence.SellsyImport.Preview;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>
/// A file, the leads that exist before it, and the settings of its import, all derived from one number. The file has few contacts, so that many
/// are on several rows or exist already; some of its rows have an owner who is not a user.
/// </summary>
internal sealed class RandomImport
{
    private const int Contacts = 15;
    private const int Variants = 5;
    private const int FirstContact = 10_000_001;
    private const string LineEnd = "\r\n";

    private static readonly ImmutableArray<string[]> Records = [.. Enumerable.Range(1, Variants).Select(Lines)];

    private readonly Random _random;

    public RandomImport(int seed)
    {
        _random = new(seed);
        Policy = Pick(Enum.GetValues<ExistingLeadPolicy>());
        Repeated = Pick(Enum.GetValues<RepeatedContacts>());
        BatchSize = _random.Next(1, 8);
        KeepUnmappedColumns = _random.Next(4) == 0;
        var existing = Enumerable.Range(0, Contacts).Where(_ => _random.Next(2) == 0).DefaultIfEmpty(_random.Next(Contacts));
        Before = Source("before.csv", existing.Select(contact => Record(Variants - 1, contact)));
        File = Source("contacts.csv", Enumerable.Range(0, _random.Next(1, 21)).Select(_ => Record(_random.Next(Variants - 1), _random.Next(Contacts))));
    }

    /// <summary>The users; the generator's files name one more.</summary>
    public static ImmutableArray<CadenceUser> Users { get; } = [.. Generator(1).Users.SkipLast(1)];

    /// <summary>The identities of all contacts, including those in neither the file nor the store.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. Enumerable.Range(FirstContact, Contacts).Select(id => $"{id}")];

    public ExistingLeadPolicy Policy { get; init; }

    public RepeatedContacts Repeated { get; init; }

    public int BatchSize { get; init; }

    public bool KeepUnmappedColumns { get; }

    /// <summary>Finds existing leads for contacts of the file; each match is decided to be the same lead. Null for a host without a matcher.</summary>
    public ILeadMatcher? Matcher { get; init; }

    /// <summary>The export with the leads that exist before.</summary>
    public ImportSource Before { get; init; }

    public ImportSource File { get; init; }

    /// <summary>A file with each contact on one row; some of the contacts exist before.</summary>
    public static ImportSource EachOnce(int contacts) => Source("contacts.csv", Enumerable.Range(0, contacts).Select(contact => Record(0, contact)));

    /// <summary>A file with the first contacts, as they exist before.</summary>
    public static ImportSource Existing(int contacts) =>
        Source("before.csv", Enumerable.Range(0, contacts).Select(contact => Record(Variants - 1, contact)));

    public bool Chance(int of) => _random.Next(of) == 0;

    /// <summary>A part of all identities, a third on average.</summary>
    public ImmutableArray<string> SomeIds() => [.. Ids.Where(_ => Chance(3))];

    private static SellsyExportGenerator Generator(int seed) => new(new() { Seed = seed, Rows = Contacts, Owners = 3, Companies = 6 });

    /// <summary>The lines of an export, the headings first; line breaks inside a cell use other characters.</summary>
    private static string[] Lines(int seed) => Encoding.UTF8.GetString(Generator(seed).ToBytes()).TrimStart('\uFEFF').Split(LineEnd);

    private static string Record(int variant, int contact) => Records[variant][contact + 1];

    private static ImportSource Source(string name, IEnumerable<string> records) =>
        ImportSource.FromBytes(name, Encoding.UTF8.GetBytes(string.Join(LineEnd, records.Prepend(Records[0][0])) + LineEnd));

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}

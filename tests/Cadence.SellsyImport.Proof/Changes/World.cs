using System.Collections.Immutable;
using Cadence.SellsyImport.Proof.Changes.Stores;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>Everything that a run can change, made from one number: the files, the users, the store and the clock. Not thread-safe.</summary>
internal sealed class World
{
    private const int RunsPerLongFile = 50;
    private const int RunsPerBigFile = 30;

    private readonly RepeatedContacts _repeated;
    private readonly int _batchSize;
    private StoreContent? _content;

    public World(IChangedStore store, string folder, int seed)
    {
        Store = store;
        Random = new(seed);
        store.Clear();
        _repeated = Enum.GetValues<RepeatedContacts>()[Random.Next(3)];
        HoldsUsers = store.HoldsUsers && Chance(2);
        var isLong = Chance(RunsPerLongFile);
        var rows = isLong || Chance(RunsPerBigFile) ? Random.Next(100, 301) : Random.Next(5, 21);
        _batchSize = rows > 100 ? 40 : 7;
        Files = [.. Enumerable.Range(1, Random.Next(1, 4)).Select(number => new ChangingFile(Path.Combine(folder, $"contacts-{number}.csv"), Random, rows, isLong))];
        if (HoldsUsers)
        {
            foreach (var user in Users.All)
            {
                store.SetUser(user);
            }
        }

        Log(FormattableString.Invariant($"{Files.Length} files of {rows} rows{(isLong ? ", long" : "")}, batches of {_batchSize}, {_repeated}, ")
            + $"users of the {(HoldsUsers ? "store" : "host")}");
    }

    public Random Random { get; }

    public IChangedStore Store { get; }

    public CurrentUsers Users { get; } = new();

    public ImmutableArray<ChangingFile> Files { get; }

    public Model Model { get; } = new();

    public FixedTimeProvider Clock => Store.Clock;

    /// <summary>Whether the users are those of the store's table, else a list of the host.</summary>
    public bool HoldsUsers { get; }

    public bool MergesRows => _repeated == RepeatedContacts.Merge;

    /// <summary>What was done and changed, in order.</summary>
    public List<string> Steps { get; } = [];

    public bool Chance(int of) => Random.Next(of) == 0;

    public T Pick<T>(IReadOnlyList<T> values) => values[Random.Next(values.Count)];

    public void Log(string step) => Steps.Add(step);

    /// <summary>A process that imports into a sink.</summary>
    public ServiceProvider Start(ILeadSink sink)
    {
        var services = new ServiceCollection();
        services.AddSingleton(sink);
        services.AddSingleton<ICadenceUserProvider>(Users);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSellsyImport(options =>
        {
            options.RepeatedContacts = _repeated;
            options.BatchSize = _batchSize;
        });
        return services.BuildServiceProvider();
    }

    /// <summary>The store as it is between two calls, read again only after something was done.</summary>
    public StoreContent Content => _content ??= Store.Read();

    /// <summary>Reads the store anew, because something was done.</summary>
    public StoreContent ReadAgain() => _content = Store.Read();

    /// <summary>Something was changed, so that the store has to be read before the next call.</summary>
    public void Forget() => _content = null;

    public Operation Begin(ChangingFile? file) => new() { Before = Content, Users = [Users.All], File = file };
}

using System.Data.Common;
using Cadence.SellsyImport.EntityFrameworkCore.Ledger;
using Cadence.SellsyImport.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;

/// <summary>The database of a host, which goes with its test, and the services of as many hosts as a test opens on it.</summary>
public abstract class Crm : IAsyncDisposable
{
    private readonly List<ServiceProvider> _hosts = [];

    /// <summary>How the database is reached.</summary>
    public abstract string ConnectionString { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens the database as another process would.</summary>
    public IServiceProvider Open(TimeProvider? time = null, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        configure?.Invoke(services);
        services.AddDbContextFactory<CrmContext>(Configure);
        services.AddSellsyImport().UseEntityFrameworkCore<CrmContext>(CrmMap.Configure);
        var host = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        _hosts.Add(host);
        return host;
    }

    public ILeadSink OpenSink(TimeProvider? time = null) => Open(time).GetRequiredService<ILeadSink>();

    internal EntityLedger OpenLedger(TimeProvider time) => new(
        new NewContexts<CrmContext>(Open().GetRequiredService<IDbContextFactory<CrmContext>>(), Open().GetRequiredService<IServiceScopeFactory>()), time);

    /// <summary>Makes the tables, as <c>EnsureCreated</c> does.</summary>
    public abstract ValueTask CreateAsync();

    /// <summary>Takes all rows out: a new store, without the cost of new tables.</summary>
    public async ValueTask EmptyAsync()
    {
        await using var context = Context();
        foreach (var table in new[] { "ContactEmail", "Cadences", "Contacts", "SellsyImportBatches", "SellsyImportPlans", "SellsyImports", "SellsyImportLock" })
        {
            await RunAsync($"DELETE FROM \"{table}\"");
        }
    }

    /// <summary>Copies the database; what it returns puts the copy back. Null where a test cannot.</summary>
    public virtual ValueTask<Func<Task>?> BackUpAsync() => new((Func<Task>?)null);

    public CrmContext Context() => Open().GetRequiredService<IDbContextFactory<CrmContext>>().CreateDbContext();

    /// <summary>Changes contacts as the host does.</summary>
    public async ValueTask EditAsync(string sellsyId, Action<Contact> edit)
    {
        await using var context = Context();
        var contact = await context.Contacts.SingleOrDefaultAsync(one => one.SellsyId == sellsyId, Cancellation);
        if (contact is not null)
        {
            edit(contact);
            await context.SaveChangesAsync(Cancellation);
        }
    }

    /// <summary>Runs a statement that Entity Framework Core knows nothing of.</summary>
    public async ValueTask<int> RunAsync(string sql, params (string Name, object? Value)[] parameters)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            parameter.DbType = System.Data.DbType.String;
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteNonQueryAsync(Cancellation);
    }

    public async ValueTask RemoveAsync(string sellsyId)
    {
        await using var context = Context();
        context.RemoveRange(await context.Contacts.Where(contact => contact.SellsyId == sellsyId).ToListAsync(Cancellation));
        await context.SaveChangesAsync(Cancellation);
    }

    public async ValueTask StartCadenceAsync(string sellsyId, string cadence)
    {
        await using var context = Context();
        var contact = await context.Contacts.SingleAsync(one => one.SellsyId == sellsyId, Cancellation);
        context.Add(new ContactCadence { ContactId = contact.Id, Name = cadence });
        await context.SaveChangesAsync(Cancellation);
    }

    /// <summary>Makes every writer wait until it is disposed.</summary>
    public async ValueTask<IAsyncDisposable> HoldWritesAsync()
    {
        var (held, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        var holding = HoldAsync();
        await Task.WhenAny(held.Task, holding);
        return new Release(async () =>
        {
            released.TrySetResult();
            await holding;
        });

        // A strategy that tries again allows a transaction within itself only.
        async Task HoldAsync()
        {
            await using var context = Context();
            await context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
                await WriteLock.TakeAsync(context, Cancellation);
                held.TrySetResult();
                await released.Task;
            });
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await CloseAsync();
    }

    protected async ValueTask CloseAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        _hosts.Clear();
    }

    protected abstract void Configure(DbContextOptionsBuilder options);

    protected abstract Task<DbConnection> ConnectAsync();

    /// <summary>The statement that makes a change outside Entity Framework Core give a new version, as the document shows it.</summary>
    public abstract string VersionTrigger { get; }

    private sealed class Release(Func<Task> release) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await release();
    }
}

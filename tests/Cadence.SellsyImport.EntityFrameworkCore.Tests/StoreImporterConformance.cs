using Cadence.SellsyImport.EntityFrameworkCore.Tests.Support;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.EntityFrameworkCore.Tests;

/// <summary>Whole imports, on each database. The changes in between are made outside Entity Framework Core.</summary>
public abstract class StoreImporterConformance(Crm crm) : ImporterConformance
{
    private bool _isCreated;

    protected override int Pairs => LongProof.Count(sample: 6, all: 20);

    protected override int CallStep => LongProof.StartsServers ? 1 : 5;

    protected override int Cases => LongProof.Count(sample: 1, all: 10);

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await crm.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override async ValueTask NewStoreAsync()
    {
        if (_isCreated)
        {
            await crm.EmptyAsync();
        }
        else
        {
            await crm.CreateAsync();
            _isCreated = true;
        }
    }

    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(crm.OpenSink());

    protected override async ValueTask EditLeadAsync(string sellsyContactId, string? jobPosition, string? note) => await crm.RunAsync(
        """UPDATE "Contacts" SET "JobPosition" = @job, "Note" = @note WHERE "SellsyId" = @id""", ("@job", jobPosition), ("@note", note), ("@id", sellsyContactId));

    protected override async ValueTask RemoveLeadAsync(string sellsyContactId) => await crm.RunAsync(
        """DELETE FROM "Contacts" WHERE "SellsyId" = @id""", ("@id", sellsyContactId));
}

public sealed class SqliteImporterConformance() : StoreImporterConformance(new SqliteCrm());

public sealed class PostgreSqlImporterConformance(PostgreSqlServer server) : StoreImporterConformance(server.New());

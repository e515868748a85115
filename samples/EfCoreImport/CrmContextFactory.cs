using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace EfCoreImport;

/// <summary>What <c>dotnet ef migrations add</c> asks for the context.</summary>
internal sealed class CrmContextFactory : IDesignTimeDbContextFactory<CrmContext>
{
    public CrmContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<CrmContext>().UseSqlite().Options);
}

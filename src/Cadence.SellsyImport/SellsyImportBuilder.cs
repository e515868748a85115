using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport;

/// <summary>What <c>AddSellsyImport</c> returns, for the sibling packages to extend: <c>UseSqlite(…)</c>, <c>UsePostgreSql(…)</c>.</summary>
public sealed class SellsyImportBuilder
{
    internal SellsyImportBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }
}

using Cadence.SellsyImport.EntityFrameworkCore.Leads;
using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport;

/// <summary>Adds what an import needs to the options of a host's context.</summary>
public static class SellsyImportDbContextOptionsExtensions
{
    /// <summary>
    /// Gives each lead a new version whenever the context saves a change of it. <c>UseEntityFrameworkCore</c> calls it for contexts of <c>AddDbContext</c>,
    /// <c>AddDbContextPool</c> and <c>AddDbContextFactory</c>; call it where the host builds the options of a context itself.
    /// </summary>
    /// <param name="options">The options.</param>
    /// <returns>The same options.</returns>
    public static DbContextOptionsBuilder UseSellsyImport(this DbContextOptionsBuilder options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddInterceptors(VersionInterceptor.Instance);
    }
}

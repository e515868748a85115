using System.Linq.Expressions;
using Cadence.SellsyImport.EntityFrameworkCore.Leads;
using Cadence.SellsyImport.EntityFrameworkCore.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport;

/// <summary>Adds what an import needs to the model of a host.</summary>
public static class SellsyImportModelBuilderExtensions
{
    /// <summary>
    /// Adds the tables of the ledger, and says which entity holds leads: <c>modelBuilder.AddSellsyImport&lt;Contact&gt;(contact =&gt; contact.SellsyId)</c>.
    /// Call it in <c>OnModelCreating</c>, and add a migration.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The tables are <c>SellsyImports</c>, <c>SellsyImportPlans</c>, <c>SellsyImportBatches</c> and <c>SellsyImportLock</c>. The entity gets a unique index on
    /// the Sellsy id, unless it has a unique index or a key with it; a text without a maximum length gets one of 64.
    /// </para>
    /// <para>
    /// The version is a column of 64 bits that is set to a random number at each change of an entity by a context of the host. It is no concurrency token: a host
    /// that wants one for its own edits calls <c>IsConcurrencyToken()</c> itself.
    /// </para>
    /// </remarks>
    /// <typeparam name="TEntity">The host's entity.</typeparam>
    /// <param name="modelBuilder">The model.</param>
    /// <param name="contactId">The property with the Sellsy id of the contact; null for contacts that are not from Sellsy.</param>
    /// <param name="version">The property with the version; by default a shadow property <c>SellsyVersion</c> is added.</param>
    /// <param name="schema">The schema of the tables of the ledger; by default that of the model.</param>
    /// <returns>The same model.</returns>
    public static ModelBuilder AddSellsyImport<TEntity>(
        this ModelBuilder modelBuilder,
        Expression<Func<TEntity, string?>> contactId,
        Expression<Func<TEntity, long>>? version = null,
        string? schema = null)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        ArgumentNullException.ThrowIfNull(contactId);
        LedgerModel.AddTo(modelBuilder, schema);
        LeadModel.AddTo(modelBuilder, contactId, version);
        return modelBuilder;
    }
}

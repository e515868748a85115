using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cadence.SellsyImport.EntityFrameworkCore.Leads;

/// <summary>Which properties of the host's entity hold the identity and the version. It is kept in the model of the context.</summary>
/// <param name="ContactId">The name of the property with the Sellsy id.</param>
/// <param name="Version">The name of the property with the version.</param>
internal sealed record LeadModel(string ContactId, string Version)
{
    private const string ContactIdAnnotation = "SellsyImport:ContactId";
    private const string VersionAnnotation = "SellsyImport:Version";
    private const string ShadowVersion = "SellsyVersion";

    // SQL Server can index no longer key without a warning; the ids of Sellsy have at most 20 digits.
    private const int ContactIdLength = 64;

    public static void AddTo<TEntity>(ModelBuilder modelBuilder, Expression<Func<TEntity, string?>> contactId, Expression<Func<TEntity, long>>? version)
        where TEntity : class
    {
        var entity = modelBuilder.Entity<TEntity>();
        var id = entity.Property(contactId);
        if (id.Metadata.GetMaxLength() is null)
        {
            id.HasMaxLength(ContactIdLength);
        }

        if (!IsUnique(entity.Metadata, id.Metadata))
        {
            entity.HasIndex(id.Metadata.Name).IsUnique();
        }

        var versionName = version is null ? entity.Property<long>(ShadowVersion).Metadata.Name : entity.Property(version).Metadata.Name;
        entity.HasAnnotation(ContactIdAnnotation, id.Metadata.Name);
        entity.HasAnnotation(VersionAnnotation, versionName);
    }

    /// <summary>The properties of an entity that holds leads; null for any other entity.</summary>
    public static LeadModel? Find(IReadOnlyEntityType entity) =>
        entity.FindAnnotation(ContactIdAnnotation)?.Value is string contactId && entity.FindAnnotation(VersionAnnotation)?.Value is string version
            ? new(contactId, version)
            : null;

    /// <exception cref="SellsyImportException">The model of the context has no leads of this type: <see cref="ErrorCodes.ModelIncomplete"/>.</exception>
    public static LeadModel Of<TEntity>(DbContext context) =>
        context.Model.FindEntityType(typeof(TEntity)) is { } entity && Find(entity) is { } found
            ? found
            : throw new SellsyImportException(ErrorCodes.ModelIncomplete, context.GetType().Name, typeof(TEntity).Name);



    private static bool IsUnique(IReadOnlyEntityType entity, IReadOnlyProperty property) =>
        property.IsKey() || entity.GetIndexes().Any(index => index.IsUnique && index.Properties.Contains(property));
}

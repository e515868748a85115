using System.Diagnostics.CodeAnalysis;
using Cadence.SellsyImport.Preview;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cadence.SellsyImport;

/// <summary>What <c>AddSellsyImport</c> returns, for the sibling packages to extend: <c>UseSqlite(…)</c>, <c>UsePostgreSql(…)</c>.</summary>
public sealed class SellsyImportBuilder
{
    internal SellsyImportBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a rule of the host, which every preview asks; it is created once for each importer and may use scoped services.</summary>
    /// <typeparam name="TRule">The rule.</typeparam>
    /// <returns>The builder.</returns>
    public SellsyImportBuilder AddRule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRule>()
        where TRule : class, ILeadRule
    {
        Services.TryAddEnumerable(ServiceDescriptor.Transient<ILeadRule, TRule>());
        return this;
    }

    /// <summary>
    /// Uses a matcher of the host, which every preview asks about contacts that are not in Cadence; an earlier one is replaced. It is created
    /// once for each importer and may use scoped services.
    /// </summary>
    /// <typeparam name="TMatcher">The matcher.</typeparam>
    /// <returns>The builder.</returns>
    public SellsyImportBuilder UseMatcher<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMatcher>()
        where TMatcher : class, ILeadMatcher
    {
        Services.Replace(ServiceDescriptor.Transient<ILeadMatcher, TMatcher>());
        return this;
    }
}

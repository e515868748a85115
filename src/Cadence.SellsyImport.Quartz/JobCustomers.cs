using Cadence.SellsyImport.Customers;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Quartz;

/// <summary>Opens the importer of a customer: that of <see cref="IImporterFactory"/> where the host has one, else the host's own.</summary>
internal sealed class JobCustomers(IServiceProvider host)
{
    private readonly IImporterFactory? _factory = host.GetService<IImporterFactory>();

    /// <summary>Whether each customer has a store of its own.</summary>
    public bool AreSeparate => _factory is not null;

    public async ValueTask<JobCustomer> OpenAsync(string customer, CancellationToken cancellationToken)
    {
        if (_factory is null || customer.Length == 0)
        {
            var scope = host.CreateAsyncScope();
            return new(scope.ServiceProvider, host, scope);
        }

        var opened = await _factory.ForCustomerAsync(customer, cancellationToken).ConfigureAwait(false);
        return new(opened.Services, host, opened);
    }
}

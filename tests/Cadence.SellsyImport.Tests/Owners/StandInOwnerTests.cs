using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Cadence.SellsyImport.Tests.Preview;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Owners;

/// <summary>A user for blank or unknown owners gets new leads; a lead that has an owner keeps it.</summary>
public sealed class StandInOwnerTests
{
    private const string Headings = "ID Sellsy;Prénom;Propriétaire\r\n";
    private const string Again = Headings + "1;Anne B;\r\n2;Luc B;Ida Lune\r\n3;Zoé B;#N/A\r\n4;Max B;Paul Martin <p.martin@cadence.example>\r\n5;Tom;\r\n6;Eva;Ida Lune\r\n";

    [Theory]
    [InlineData(ExistingLeadPolicy.Overwrite, false, "1 u1|2 u1|3 u1|4 u4|5 u2|6 u3")]
    [InlineData(ExistingLeadPolicy.Overwrite, true, "1 u1|2 u1|3 u1|4 u4|5 u2|6 u3")]
    [InlineData(ExistingLeadPolicy.FillBlanks, false, "1 u1|2 u1|3 u1|4 u1|5 u2|6 u3")]
    public async Task A_lead_that_is_there_keeps_its_owner_where_the_file_names_no_user(ExistingLeadPolicy policy, bool isOwnMapper, string expected)
    {
        var store = new InMemoryLedgerSink();
        using var host = new ImportHost(options => options.ExistingLeads = policy, sink: store, register: services =>
        {
            if (isOwnMapper)
            {
                services.AddSingleton<IFieldMapper>(provider => new RowsOnlyMapper(
                    provider.GetRequiredService<IOptions<SellsyImportOptions>>(), lead => lead with { NamedOwner = default }));
            }
        });
        await host.ImportAsync(ImportHost.Source(Headings + string.Concat(new[] { "1;Anne", "2;Luc", "3;Zoé", "4;Max" }.Select(row => row + ";Marie Durand\r\n"))));
        var source = ImportHost.Source(Again);
        var plan = await host.PreviewAsync(source, decisions: OwnerDecisions.None.ForBlank("u2").ForUnknown("u3"));
        var rows = await host.Importer.ReadPreviewAsync(source, plan, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);

        using var saved = new MemoryStream();
        await plan.SaveAsync(saved, ImportHost.Cancellation);
        saved.Position = 0;

        var report = await host.Importer.AddAsync(source, await ImportPlan.LoadAsync(saved, ImportHost.Cancellation), cancellationToken: ImportHost.Cancellation);

        Assert.Equal(6, report.Counts.Read);
        Assert.Equal(0, report.Counts.Errors);
        Assert.Equal(expected.Split('|'), store.Leads.Select(lead => $"{lead.Lead.SellsyContactId} {lead.Owner.Id}").Order(StringComparer.Ordinal));
        var shown = rows.Where(row => row.Changes.Any(change => change.Field == LeadFields.Owner.Name && !change.IsUnread)).Select(row => row.Number);
        Assert.Equal(policy == ExistingLeadPolicy.Overwrite ? [4L] : Array.Empty<long>(), shown);
    }
}

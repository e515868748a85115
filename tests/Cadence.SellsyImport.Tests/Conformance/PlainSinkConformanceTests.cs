using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Tests.Conformance;

public sealed class PlainSinkConformance() : PlainSinksConformance(new PlainSink());

public sealed class PlainRemovingSinkConformance() : PlainSinksConformance(new PlainRemovingSink());

public sealed class PlainSinkOfAllStepsConformance() : PlainSinksConformance(new PlainSinkOfAllSteps());

public abstract class PlainSinksConformance(PlainSinkBase sink) : LeadStepsConformance
{
    protected override ValueTask<ILeadSink> OpenSinkAsync() => new(sink);

    protected override ValueTask<IReadOnlyList<StoredLead>> ReadLeadsAsync() =>
        new([.. sink.Leads.Select(one => new StoredLead(
            one.Lead.SellsyContactId, one.Lead.FirstName, one.Lead.Note, one.Owner.Id, one.Lead.Company?.Name))]);

    protected override ValueTask EditLeadAsync(string sellsyContactId, string firstName)
    {
        sink.EditLead(sellsyContactId, lead => lead with { FirstName = firstName });
        return ValueTask.CompletedTask;
    }

    protected override ValueTask RemoveLeadAsync(string sellsyContactId)
    {
        sink.RemoveLead(sellsyContactId);
        return ValueTask.CompletedTask;
    }
}

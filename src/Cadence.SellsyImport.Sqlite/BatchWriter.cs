using System.Collections.Immutable;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Writes a batch and its ledger entry inside the transaction that the session has begun.</summary>
internal static class BatchWriter
{
    public static ImmutableArray<LeadEntryOutcome> Write(SqliteSession session, LeadBatch batch, CancellationToken cancellationToken)
    {
        var origin = new BatchOrigin(session.Imports.Ensure(batch.Import), batch.Number);
        if (session.Imports.FindOutcomes(origin) is { } stored)
        {
            return Repeated(batch, stored);
        }

        var outcomes = new byte[batch.Entries.Length];
        for (var i = 0; i < outcomes.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcomes[i] = (byte)Write(session, batch.Entries[i], origin);
        }

        session.Imports.AddBatch(origin, batch, outcomes);
        return Outcomes(outcomes);
    }

    private static LeadEntryOutcome Write(SqliteSession session, LeadEntry entry, BatchOrigin origin)
    {
        StoredCompany? company = null;
        if (entry.Lead.Company is { } told)
        {
            if (session.Companies.TryFind(told, out var stored))
            {
                company = stored;
            }
            else if (session.Leads.Contains(entry.Lead.SellsyContactId))
            {
                // A lead that is left as it is must not leave a new company without a lead behind.
                return LeadEntryOutcome.AlreadyPresent;
            }
            else
            {
                company = session.Companies.Add(told, origin);
            }
        }

        session.Users.Ensure(entry.Owner);
        if (!session.Leads.TryAdd(entry, company, origin))
        {
            return LeadEntryOutcome.AlreadyPresent;
        }

        AddOtherCompanies(session, entry.Lead.OtherCompanies, origin);
        return LeadEntryOutcome.Added;
    }

    private static void AddOtherCompanies(SqliteSession session, ImmutableArray<LeadCompany> companies, BatchOrigin origin)
    {
        if (companies.IsEmpty)
        {
            return;
        }

        var leadId = session.LastInsertedId;
        for (var i = 0; i < companies.Length; i++)
        {
            var company = session.Companies.TryFind(companies[i], out var stored) ? stored : session.Companies.Add(companies[i], origin);
            session.Leads.AddOtherCompany(leadId, i + 1, company);
        }
    }

    private static ImmutableArray<LeadEntryOutcome> Repeated(LeadBatch batch, byte[] stored) => stored.Length == batch.Entries.Length
        ? Outcomes(stored)
        : throw new SellsyImportException(
            ErrorCodes.SeamContractBroken,
            nameof(ILeadSink),
            batch.ToString(),
            $"import {batch.Import.ImportId}, batch {batch.Number}, {stored.Length} leads");

    private static ImmutableArray<LeadEntryOutcome> Outcomes(byte[] bytes)
    {
        var outcomes = ImmutableArray.CreateBuilder<LeadEntryOutcome>(bytes.Length);
        foreach (var outcome in bytes)
        {
            outcomes.Add((LeadEntryOutcome)outcome);
        }

        return outcomes.MoveToImmutable();
    }
}

using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>Writes a batch and its ledger entry inside the transaction that the session has begun.</summary>
internal static class BatchWriter
{
    /// <summary>Writes a batch of an import, which need not have been started.</summary>
    public static ImmutableArray<LeadEntryOutcome> Write(SqliteSession session, LeadBatch batch, CancellationToken cancellationToken)
    {
        var import = session.Imports.Find(batch.Import.ImportId)?.Id ?? session.Imports.Add(batch.Import);
        var origin = new BatchOrigin(import, batch.Number);
        if (session.Batches.FindOutcomes(origin) is { } stored)
        {
            return Repeated(nameof(ILeadSink), batch, stored);
        }

        var firstChange = session.Changes.Last() + 1;
        session.Companies.Use(batch.Import.SellsyAccount);
        var outcomes = WriteEntries(session, batch.Entries, origin, cancellationToken);
        session.Batches.Add(origin, new(batch.Entries, outcomes, Rows: null, Refused: [], firstChange));
        var added = outcomes.AsSpan().Count((byte)LeadEntryOutcome.Added);
        session.Imports.Advance(origin, new(outcomes.Length, added, Updated: 0, Unchanged: 0, Skipped: 0, outcomes.Length - added));
        return Outcomes(outcomes);
    }

    /// <summary>Writes a batch of the import that the lease was granted for.</summary>
    public static ImmutableArray<LeadEntryOutcome> Write(SqliteSession session, LedgerBatch batch, TimeProvider time, CancellationToken cancellationToken)
    {
        var import = Leases.Check(session, batch.Leads.Import.ImportId, batch.Lease.Token);
        var origin = new BatchOrigin(import.Id, batch.Leads.Number);
        if (session.Batches.FindOutcomes(origin) is { } stored)
        {
            return Repeated(nameof(IImportLedger), batch.Leads, stored);
        }

        Leases.CheckHeld(import, batch.Lease.Token, ImportState.Running);
        Leases.CheckNotCancelled(import);
        var firstChange = session.Changes.Last() + 1;
        session.Companies.Use(batch.Leads.Import.SellsyAccount);
        session.Companies.BeginBatch(origin);
        var lastLead = session.Leads.Last();
        var written = WriteEntries(session, batch.Leads.Entries, origin, cancellationToken);
        if (session.ChecksReferencesAtOnce)
        {
            session.Leads.CheckReferences(lastLead);
        }

        var outcomes = Outcomes(written);
        session.Batches.Add(origin, new(batch.Leads.Entries, written, batch, batch.RefusedBy(outcomes), firstChange));
        session.Imports.Advance(origin, batch.CountsOf(outcomes));
        session.Imports.Renew(import.Id, batch.Lease.TakenAt(time.GetUtcNow()), batch.Next);
        return outcomes;
    }

    private static byte[] WriteEntries(
        SqliteSession session,
        ImmutableArray<LeadEntry> entries,
        BatchOrigin origin,
        CancellationToken cancellationToken)
    {
        var outcomes = new byte[entries.Length];
        var done = 0;
        foreach (var encoded in session.Encoder.Encode(entries))
        {
            for (var i = 0; i < encoded.Count; i++, done++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var entry = entries[done];
                var outcome = entry.Before is { } before ? Change(session, entry, before, origin) : Add(session, entry, encoded, i, origin);
                outcomes[done] = (byte)outcome;
            }
        }

        return outcomes;
    }

    private static LeadEntryOutcome Add(SqliteSession session, LeadEntry entry, EncodedLeads encoded, int index, BatchOrigin origin)
    {
        StoredCompany? company = null;
        var isCompanyNew = false;
        if (entry.Lead.Company is { } incoming)
        {
            if (session.Companies.TryFind(incoming, out var stored, out var key))
            {
                company = stored;
            }
            else if (!session.ChecksReferencesAtOnce && session.Leads.Contains(entry.Lead.SellsyAccount, entry.Lead.SellsyContactId))
            {
                // A lead that stays unchanged must not leave a new company that no lead uses. Removing the company here would read all leads.
                return LeadEntryOutcome.AlreadyPresent;
            }
            else
            {
                isCompanyNew = true;
                company = new(session.Companies.Add(incoming, key, origin), Values: null);
            }
        }

        session.Users.Ensure(entry.Owner);
        if (!session.Leads.TryAdd(entry, encoded, index, company, origin))
        {
            if (isCompanyNew)
            {
                session.Companies.Remove(company!.Value.Id);
            }

            return LeadEntryOutcome.AlreadyPresent;
        }

        if (!entry.Lead.OtherCompanies.IsEmpty)
        {
            session.Leads.SetOtherCompanies(session.LastInsertedId, entry.Lead.OtherCompanies, origin, edits: 0);
        }

        return LeadEntryOutcome.Added;
    }

    private static LeadEntryOutcome Change(SqliteSession session, LeadEntry entry, LeadVersion before, BatchOrigin origin)
    {
        if (session.Leads.FindState(entry.Lead.SellsyAccount, entry.Lead.SellsyContactId) is not { } state)
        {
            return LeadEntryOutcome.Vanished;
        }

        if (state.Version != before.Version)
        {
            return LeadEntryOutcome.ChangedMeanwhile;
        }

        var after = new LeadVersion(entry.Lead, entry.Owner, before.Version);
        after = after with { Version = LeadChange.Apply(session, state, before, after, origin) };
        session.Changes.Add(origin, entry.Row, state.Company, before, after);
        return LeadEntryOutcome.Updated;
    }

    private static ImmutableArray<LeadEntryOutcome> Repeated(string seam, LeadBatch batch, byte[] stored) => stored.Length == batch.Entries.Length
        ? Outcomes(stored)
        : throw new SellsyImportException(
            ErrorCodes.SeamContractBroken,
            seam,
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

using System.Runtime.InteropServices;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>The statuses of the rows of a file while they are found, with the rows that share a contact, and the counts.</summary>
/// <param name="issues">The issues of the rows by themselves; those among rows and against Cadence are added.</param>
/// <param name="contacts">The row that stands for each contact.</param>
/// <param name="repeatedContacts">The rule for contacts on several rows.</param>
/// <param name="meter">Receives how far the preview has come.</param>
internal sealed class RowStatuses(IssueTally issues, FirstRowByContact contacts, RepeatedContacts repeatedContacts, ProgressMeter meter)
{
    private FirstRowByContact? _contacts = contacts;

    public PlanVerdicts Verdicts { get; } = new();

    /// <summary>The issues, without those that follow from the statuses until <see cref="Settle"/>.</summary>
    public IssueTally Issues => issues;

    /// <summary>Which rows have which issue and name which owner.</summary>
    public RowIndexBuilder Index { get; } = new();

    public StatusCounts Counts => Verdicts.CountStatuses();

    /// <summary>Adds the next row.</summary>
    /// <param name="position">Where it stands.</param>
    /// <param name="status">What it is by itself.</param>
    /// <param name="contact">Its contact.</param>
    /// <param name="final">What it is among the rows before it.</param>
    /// <returns>Whether it stands for its contact from here on.</returns>
    public bool Add(RowPosition position, RowStatus status, ContactKey contact, out RowStatus final)
    {
        meter.Read(position.ByteOffset);
        final = status;
        var stands = false;
        if (!contact.IsNone)
        {
            ref var standing = ref _contacts!.RowOf(contact);
            if (standing == 0)
            {
                standing = position.Number;
            }
            else
            {
                final = AddRepeated(position.Number, status, ref standing);
            }

            stands = standing == position.Number;
        }

        Verdicts.Add(final, position);
        if (final == RowStatus.Error)
        {
            meter.Fail();
        }

        return stands;
    }

    /// <summary>Whether an earlier row stands for a contact for good: where the last row counts, only a row that is no error.</summary>
    public bool HasSettled(ContactKey contact) =>
        _contacts!.RowOf(contact) is not 0 and var row && (repeatedContacts != RepeatedContacts.LastWins || Verdicts.StatusOf(row) != RowStatus.Error);

    /// <summary>Changes the status of a row.</summary>
    public void Change(long row, RowStatus status) => Verdicts.Set(row, status);

    /// <summary>
    /// Gives the merged rows their status, once all rows have one: a merged row is what the row is that it completes. Then adds the issues that follow
    /// from the statuses.
    /// </summary>
    public void Settle()
    {
        foreach (var (into, rows) in Verdicts.Merged)
        {
            foreach (var row in rows)
            {
                Change(row, Verdicts.StatusOf(into));
            }
        }

        AddRepeated();
        AddActive();
        _contacts = null;
    }

    private void AddRepeated()
    {
        var repeated = new Dictionary<RowStatus, RowGroup>();
        foreach (var row in Verdicts.Winners.Keys)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(repeated, Verdicts.StatusOf(row), out _).Add(row);
        }

        foreach (var (status, rows) in repeated)
        {
            issues.Add([RowIssues.Repeated(repeatedContacts, status, rows.First, winner: 0)], rows.Count, rows.First);
        }
    }

    private void AddActive()
    {
        if (Verdicts.CountStatuses().Active is > 0 and var active)
        {
            var first = 1L;
            while (Verdicts.StatusOf(first) != RowStatus.Active)
            {
                first++;
            }

            issues.Add([RowIssues.Active(first)], active, first);
        }
    }

    /// <summary>
    /// Sets the status of a row with the contact of an earlier row. If the last row wins, this row stands for the contact from here on.
    /// </summary>
    private RowStatus AddRepeated(long row, RowStatus status, ref long standing)
    {
        switch (repeatedContacts)
        {
            case RepeatedContacts.LastWins:
                Verdicts.AddLoser(standing, winner: row);
                Change(standing, RowStatus.Error);
                standing = row;
                return status;

            // What a merged row is depends on what becomes of the row it completes, which is known at the end.
            case RepeatedContacts.Merge when status != RowStatus.Error:
                Verdicts.AddMerged(row, into: standing);
                return status;

            default:
                Verdicts.AddLoser(row, winner: standing);
                return RowStatus.Error;
        }
    }
}

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

    public IssueTally Issues => issues;

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

    /// <summary>Changes the status of a row.</summary>
    public void Change(long row, RowStatus status)
    {
        var before = Verdicts.StatusOf(row);
        if (before == RowStatus.Active && status == RowStatus.Error)
        {
            issues.Add(RowIssues.Active(row), count: -1);
        }

        Verdicts.Set(row, status);
    }

    /// <summary>Gives the merged rows their status, once all rows have one: a merged row is what the row is that it completes.</summary>
    public void SettleMerged()
    {
        foreach (var (into, rows) in Verdicts.Merged)
        {
            foreach (var row in rows)
            {
                var status = Verdicts.StatusOf(into);
                Change(row, status);
                issues.Add(RowIssues.Repeated(repeatedContacts, status, row, into));
                if (status == RowStatus.Active)
                {
                    issues.Add(RowIssues.Active(row));
                }
            }
        }

        _contacts = null;
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
                issues.Add(RowIssues.Repeated(repeatedContacts, RowStatus.Error, standing, row));
                Change(standing, RowStatus.Error);
                standing = row;
                return status;

            // What a merged row is depends on what becomes of the row it completes, which is known at the end.
            case RepeatedContacts.Merge when status != RowStatus.Error:
                Verdicts.AddMerged(row, into: standing);
                return status;

            default:
                Verdicts.AddLoser(row, winner: standing);
                issues.Add(RowIssues.Repeated(repeatedContacts, RowStatus.Error, row, standing));
                return RowStatus.Error;
        }
    }
}

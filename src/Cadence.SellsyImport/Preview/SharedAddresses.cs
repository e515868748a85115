using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Text;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Finds the e-mail addresses and phone numbers that several contacts of a file have. They identify nobody: the rows are only warned. Each address costs
/// 12 bytes until the rows are settled, and as much again while they are.
/// </summary>
internal sealed class SharedAddresses
{
    private const int BitsOfKind = 2;

    private static readonly ImmutableArray<LeadField> Fields = [LeadFields.Email, LeadFields.Phone, LeadFields.Mobile, LeadFields.Fax];

    private readonly BlockList<ulong> _hashes = new();
    private readonly BlockList<uint> _rows = new();

    /// <summary>Adds an address of a row that has a contact; rows come in the order of the file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(long row, in ScannedAddress address)
    {
        if (row <= uint.MaxValue >> BitsOfKind)
        {
            _hashes.Add(address.Hash);
            _rows.Add(((uint)row << BitsOfKind) | (uint)address.Kind);
        }
    }

    /// <summary>Adds the addresses of a lead.</summary>
    public void Add(long row, Lead lead)
    {
        foreach (var email in lead.Emails)
        {
            Add(row, new ScannedAddress(0, AddressHash.Of(email.Address)));
        }

        foreach (var phone in lead.Phones.Where(phone => phone.E164 is not null))
        {
            Add(row, new ScannedAddress(ScannedAddress.KindOf(phone.Type), AddressHash.Of(phone.E164)));
        }
    }

    /// <summary>Adds those of a later part of the file.</summary>
    /// <param name="later">What that part has.</param>
    /// <param name="rowsBefore">How many rows are before that part.</param>
    public void Add(SharedAddresses later, long rowsBefore)
    {
        for (var i = 0L; i < later._hashes.Count; i++)
        {
            Add(rowsBefore + (later._rows[i] >> BitsOfKind), new ScannedAddress((int)(later._rows[i] & (Fields.Length - 1)), later._hashes[i]));
        }
    }

    /// <summary>Marks the rows that share an address with another contact, once all rows have their verdicts.</summary>
    public void Settle(PlanVerdicts verdicts, IssueTally issues, RowIndexBuilder index, FieldMapping mapping)
    {
        var byKind = Fields.Select(field => ImmutableArray.Create(IssueOf(field, row: 0, mapping))).ToArray();
        foreach (var shared in FindShared(verdicts))
        {
            var (row, kind) = (shared >> BitsOfKind, (int)(shared & (Fields.Length - 1)));
            if (verdicts.MarkShared(row, kind))
            {
                issues.Add(byKind[kind], row);
                index.Add(byKind[kind], row);
            }
        }
    }

    /// <summary>The warnings of a row.</summary>
    public static ImmutableArray<ImportIssue> IssuesOf(PlanVerdicts verdicts, long row, FieldMapping mapping) => verdicts.SharedKindsOf(row) is var kinds and > 0
        ? [.. Fields.Where((_, kind) => (kinds & (1 << kind)) != 0).Select(field => IssueOf(field, row, mapping))]
        : [];

    private static ImportIssue IssueOf(LeadField field, long row, FieldMapping mapping) =>
        new(IssueCodes.AddressShared, IssueSeverity.Warning) { Field = field.Name, Column = mapping.Find(field)?.Column?.Heading, Row = row };

    /// <summary>The rows of the addresses that occur under two contacts, with their kinds, in the order of the file.</summary>
    private List<uint> FindShared(PlanVerdicts verdicts)
    {
        var (hashes, rows) = (_hashes.ToArray(), _rows.ToArray());
        Array.Sort(hashes, rows);
        var shared = new List<uint>();
        var standing = new StandingRows(verdicts);
        for (var (first, end) = (0, 0); first < hashes.Length; first = end)
        {
            for (end = first + 1; end < hashes.Length && hashes[end] == hashes[first];)
            {
                end++;
            }

            var group = rows.AsSpan(first, end - first);
            if (AreOfSeveral(group, standing))
            {
                shared.AddRange(group);
            }
        }

        shared.Sort();
        return shared;
    }

    private static bool AreOfSeveral(ReadOnlySpan<uint> rows, StandingRows standing)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (standing.Of(rows[i] >> BitsOfKind) != standing.Of(rows[0] >> BitsOfKind))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Finds the e-mail addresses and phone numbers that several contacts of a file have. They identify nobody: the rows are only warned. Each address costs
/// 12 bytes until the rows are settled, and two more while they are.
/// </summary>
internal sealed class SharedAddresses
{
    private const int BitsOfKind = 2;
    private const int FilterBitsPerAddress = 16;
    private const int BitsOfWord = 64;

    private static readonly ImmutableArray<LeadField> Fields = [LeadFields.Email, LeadFields.Phone, LeadFields.Mobile, LeadFields.Fax];

    private readonly List<ulong> _hashes = [];
    private readonly List<uint> _rows = [];

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
        _hashes.EnsureCapacity(_hashes.Count + later._hashes.Count);
        _rows.EnsureCapacity(_rows.Count + later._rows.Count);
        for (var i = 0; i < later._hashes.Count; i++)
        {
            Add(rowsBefore + (later._rows[i] >> BitsOfKind), new ScannedAddress((int)(later._rows[i] & (Fields.Length - 1)), later._hashes[i]));
        }
    }

    /// <summary>Marks the rows that share an address with another contact, once all rows have their verdicts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Settle(PlanVerdicts verdicts, IssueTally issues, RowIndexBuilder index, FieldMapping mapping)
    {
        var shared = FindShared(verdicts);
        if (shared.Count == 0)
        {
            return;
        }

        var byKind = Fields.Select(field => ImmutableArray.Create(IssueOf(field, row: 0, mapping))).ToArray();
        for (var i = 0; i < _hashes.Count; i++)
        {
            var (row, kind) = (_rows[i] >> BitsOfKind, (int)(_rows[i] & (Fields.Length - 1)));
            if (shared.Contains(_hashes[i]) && verdicts.MarkShared(row, kind))
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

    /// <summary>The addresses that occur under two contacts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private HashSet<ulong> FindShared(PlanVerdicts verdicts)
    {
        var shared = new HashSet<ulong>();
        var repeated = FindRepeated();
        var contacts = new Dictionary<ulong, long>();
        var standing = new Dictionary<long, long>();
        var passed = new List<long>();
        for (var i = 0; i < _hashes.Count && repeated.Count > 0; i++)
        {
            if (repeated.Contains(_hashes[i]))
            {
                var contact = ContactOf(_rows[i] >> BitsOfKind);
                if (!contacts.TryAdd(_hashes[i], contact) && contacts[_hashes[i]] != contact)
                {
                    shared.Add(_hashes[i]);
                }
            }
        }

        return shared;

        // The rows of one contact lead to the row that stands for them, where the last row counts by one row after the other. Each is followed once.
        long ContactOf(long row)
        {
            passed.Clear();
            while (!standing.TryGetValue(row, out var known) && verdicts.TryGetWinner(row, out known))
            {
                passed.Add(row);
                row = known;
            }

            var last = standing.GetValueOrDefault(row, row);
            foreach (var one in passed)
            {
                standing[one] = last;
            }

            return last;
        }
    }

    /// <summary>The addresses that occur twice, and few others: so that no table of all addresses is needed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private HashSet<ulong> FindRepeated()
    {
        var repeated = new HashSet<ulong>();
        var met = new ulong[BitOperations.RoundUpToPowerOf2((uint)(_hashes.Count / (BitsOfWord / FilterBitsPerAddress)) + 1)];
        foreach (var hash in _hashes)
        {
            ref var word = ref met[(hash / BitsOfWord) & (ulong)(met.Length - 1)];
            var bit = 1UL << (int)(hash % BitsOfWord);
            if ((word & bit) != 0)
            {
                repeated.Add(hash);
            }

            word |= bit;
        }

        return repeated;
    }
}

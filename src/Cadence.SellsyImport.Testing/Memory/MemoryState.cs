using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>The whole content of the store at one moment. Immutable, so that a failed call leaves no trace.</summary>
internal sealed record MemoryState
{
    public static MemoryState Empty { get; } = new();

    public ImmutableDictionary<string, MemoryLead> Leads { get; init; } = ByText<MemoryLead>();

    public ImmutableDictionary<string, MemoryCompany> Companies { get; init; } = ByText<MemoryCompany>();

    /// <summary>The imports, oldest first.</summary>
    public ImmutableList<MemoryImport> Imports { get; init; } = [];

    /// <summary>The batches that were added without a ledger, by import and number.</summary>
    public ImmutableDictionary<(string ImportId, int Number), ImmutableArray<LeadEntryOutcome>> PlainBatches { get; init; } =
        ImmutableDictionary<(string, int), ImmutableArray<LeadEntryOutcome>>.Empty;

    /// <summary>How many changes there were: the number of the last.</summary>
    public long Changes { get; init; }

    public MemoryImport? Find(string importId) => Imports.FindLast(import => import.Id == importId && !import.IsPurged);

    public MemoryImport Get(string importId) =>
        Find(importId) ?? throw new SellsyImportException(ErrorCodes.ImportUnknown, importId);

    /// <summary>The imports that are asked for, newest first.</summary>
    public IEnumerable<LedgerImport> Read(ImportFilter? filter) => Imports.Reverse().Where(import => !import.IsPurged).Select(import => import.Import).Where((filter ?? new()).Matches);

    public MemoryState With(MemoryImport import)
    {
        var index = Imports.FindLastIndex(one => one.Id == import.Id && !one.IsPurged);
        return this with { Imports = index < 0 ? Imports.Add(import) : Imports.SetItem(index, import) };
    }

    /// <summary>The identity of a lead: its contact id, behind the account where it has one.</summary>
    public static string KeyOf(string sellsyAccount, string sellsyContactId) =>
        sellsyAccount.Length == 0 ? sellsyContactId : $"{sellsyAccount}\n{sellsyContactId}";

    public static string KeyOf(Lead lead) => KeyOf(lead.SellsyAccount, lead.SellsyContactId);

    /// <summary>The present lead with this id, or null.</summary>
    public LeadVersion? Read(string sellsyAccount, string sellsyContactId) =>
        Leads.TryGetValue(KeyOf(sellsyAccount, sellsyContactId), out var lead) ? Read(lead) : null;

    public LeadVersion Read(MemoryLead lead) => new(WithCurrentCompany(lead), lead.Owner, lead.Version) { RunningCadences = lead.Cadences };

    private Lead WithCurrentCompany(MemoryLead lead) => lead is { FollowsCompany: true, Company: { } key } && Companies.TryGetValue(key, out var company)
        ? lead.Lead with { Company = company.Values }
        : lead.Lead;

    private static ImmutableDictionary<string, T> ByText<T>() => ImmutableDictionary.Create<string, T>(StringComparer.Ordinal);
}

using System.Globalization;
using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.Importing;

/// <summary>
/// The holder of a lease, as text: <c>web-1, process 4711, start 8912345, boot 6fa1…, pid:[4026531836]</c>. It shows whether a holder of the same boot
/// and process namespace has ended, so that no process waits for one that was killed. If it were wrong, nothing would be written twice: the
/// ledger accepts writes only with the token that took the lease last.
/// </summary>
internal sealed class LeaseHolder
{
    private static readonly LeaseHolder Current = new(new LinuxProcessFacts());

    private readonly IProcessFacts _facts;
    private readonly string? _place;

    public LeaseHolder(IProcessFacts facts)
    {
        _facts = facts;
        _place = facts is { Boot.Length: > 0, PidNamespace.Length: > 0, Start: not null } ? $", boot {facts.Boot}, {facts.PidNamespace}" : null;
        Text = _place is not null
            ? Describe(facts.ProcessId, facts.Start!.Value)
            : string.Create(CultureInfo.InvariantCulture, $"{facts.Machine}, process {facts.ProcessId}, run {Guid.NewGuid():N}");
    }

    public static string Self => Current.Text;

    /// <summary>This process. Where the facts are not reliable, a random number makes the text unique.</summary>
    public string Text { get; }

    private string Prefix => $"{_facts.Machine}, process ";

    /// <summary>Whether the holder of a lease is known to have ended.</summary>
    public static bool HolderHasEnded(ImportLease lease) => Current.HasEnded(lease);

    /// <summary>Whether the holder of a lease is known to have ended. False for one of another boot, namespace or machine, or of unknown form.</summary>
    public bool HasEnded(ImportLease lease)
    {
        if (lease.Holder == Text)
        {
            return !RunningLease.IsRunning(lease.Token);
        }

        return _place is not null && TryParse(lease.Holder, _place, out var id, out var start) && _facts.HasEnded(id, start);
    }

    /// <summary>A process of this boot and namespace.</summary>
    public string Describe(int processId, long start) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{processId}, start {start}{_place}");

    private bool TryParse(string holder, string place, out int id, out long start)
    {
        (id, start) = (0, 0);
        if (holder.Length < Prefix.Length + place.Length
            || !holder.StartsWith(Prefix, StringComparison.Ordinal)
            || !holder.EndsWith(place, StringComparison.Ordinal))
        {
            return false;
        }

        return holder[Prefix.Length..^place.Length].Split(", start ") is [var number, var ticks]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out id)
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out start);
    }
}

using System.Collections.Concurrent;
using HttpSink.Crm;

namespace HttpSink.Api;

/// <summary>The contacts of the API, in memory. Thread-safe.</summary>
internal sealed class ContactStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CrmContact> _contacts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _statusByKey = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _created = [];

    /// <summary>The users, who own contacts.</summary>
    public IReadOnlyList<CrmUser> Users { get; init; } = [new("u1", "Hélène", "Aubrac"), new("u2", "Thomas", "Leroy-Dumas")];

    /// <summary>Decides what becomes of a request for a contact: its Sellsy id.</summary>
    /// <value>Default: it is answered.</value>
    public Func<string, ApiFault> Fault { get; set; } = _ => ApiFault.None;

    /// <summary>The Sellsy ids of the contacts, in the order in which they were created.</summary>
    public IReadOnlyCollection<string> Created => _created;

    public IReadOnlyList<CrmContact> Contacts
    {
        get
        {
            lock (_lock)
            {
                return [.. _contacts.Values];
            }
        }
    }

    public string[] Find(IEnumerable<string> sellsyIds)
    {
        lock (_lock)
        {
            return [.. sellsyIds.Where(_contacts.ContainsKey)];
        }
    }

    /// <summary>Creates a contact, once for each key: asked again with the same key, it gives its first answer.</summary>
    /// <returns>The status of the answer.</returns>
    public int Create(string? key, CrmContact contact)
    {
        lock (_lock)
        {
            if (key is not null && _statusByKey.TryGetValue(key, out var first))
            {
                return first;
            }

            var status = contact.Email?.EndsWith(".invalid", StringComparison.Ordinal) == true ? StatusCodes.Status422UnprocessableEntity
                : _contacts.TryAdd(contact.SellsyId, contact) ? StatusCodes.Status201Created
                : StatusCodes.Status409Conflict;
            if (status == StatusCodes.Status201Created)
            {
                _created.Enqueue(contact.SellsyId);
            }

            if (key is not null)
            {
                _statusByKey[key] = status;
            }

            return status;
        }
    }
}

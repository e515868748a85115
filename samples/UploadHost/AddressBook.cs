using System.Collections.Concurrent;

namespace UploadHost;

/// <summary>The host's own store. A real one is a database or an API.</summary>
internal sealed class AddressBook
{
    private readonly ConcurrentDictionary<string, Contact> _contacts = [];

    public bool Contains(string id) => _contacts.ContainsKey(id);

    public bool TryAdd(Contact contact) => _contacts.TryAdd(contact.Id, contact);

    public Contact? Find(string id) => _contacts.GetValueOrDefault(id);
}

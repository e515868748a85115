using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Proof.Changes.Stores;

/// <summary>
/// A store as the random test needs it: opened by one process after another, read and changed past the sink, copied and restored. Its own
/// work is synchronous, because it is also done within a call of the sink. Not thread-safe.
/// </summary>
internal interface IChangedStore : IDisposable
{
    /// <summary>The clock of the store and of the processes that use it.</summary>
    FixedTimeProvider Clock { get; }

    /// <summary>Whether the store has a table of users that a host can fill.</summary>
    bool HoldsUsers { get; }

    /// <summary>Takes out everything, the copy included.</summary>
    void Clear();

    /// <summary>The sink of the process that runs now.</summary>
    ILeadSink Open();

    /// <summary>Ends the process that runs now.</summary>
    void Close();

    StoreContent Read();

    void SetUser(CadenceUser user);

    void RemoveUser(string id);

    /// <summary>Adds a lead as a person does, of whom only the first name is known.</summary>
    void AddLead(string contactId, string firstName, CadenceUser owner);

    void EditLead(string contactId, string jobPosition);

    void RemoveLead(string contactId);

    void EditCompany(string name, string city);

    /// <summary>Copies the whole database, in place of an earlier copy. No process has it open.</summary>
    void Copy();

    /// <summary>Makes the database what it was when it was copied. No process has it open.</summary>
    void Restore();
}

using System.Collections.ObjectModel;

namespace Cadence.SellsyImport;

/// <summary>
/// The fields of an import, each name once, in the order in which a mapping shows them. Not thread-safe while it is being changed.
/// </summary>
/// <example><c>options.Fields.Change("LastName", field =&gt; field with { IsMandatory = true });</c></example>
public sealed class LeadFieldCollection : KeyedCollection<string, LeadField>
{
    /// <summary>Creates the collection of all fields that Cadence knows.</summary>
    public LeadFieldCollection()
        : base(StringComparer.Ordinal)
    {
        foreach (var field in LeadFields.All)
        {
            Add(field);
        }
    }

    /// <summary>Puts a changed field in the place of the field of that name.</summary>
    /// <param name="name">The name of a field in this collection.</param>
    /// <param name="change">Returns the changed field; its name must stay the same.</param>
    /// <exception cref="KeyNotFoundException">The collection has no field of that name.</exception>
    /// <exception cref="ArgumentException"><paramref name="change"/> changed the name to that of another field.</exception>
    public void Change(string name, Func<LeadField, LeadField> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var field = this[name];
        this[IndexOf(field)] = change(field);
    }

    /// <summary>Adds a field; a field of a name that is there takes its place.</summary>
    /// <param name="index">Where a field of a new name goes, counted from zero.</param>
    /// <param name="item">The field.</param>
    protected override void InsertItem(int index, LeadField item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (TryGetValue(item.Name, out var there))
        {
            SetItem(IndexOf(there), item);
        }
        else
        {
            base.InsertItem(index, item);
        }
    }

    /// <inheritdoc/>
    protected override string GetKeyForItem(LeadField item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Name;
    }
}

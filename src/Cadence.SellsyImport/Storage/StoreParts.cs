namespace Cadence.SellsyImport.Storage;

/// <summary>The parts of a store that can be checked one by one: the keys of <see cref="IStoreCheck"/> among the services.</summary>
public static class StoreParts
{
    /// <summary>Where the leads are: the sink.</summary>
    public const string Leads = "leads";

    /// <summary>Where history, plans and old values are: the ledger beside the sink, or the sink if it keeps its ledger itself.</summary>
    public const string Ledger = "ledger";
}

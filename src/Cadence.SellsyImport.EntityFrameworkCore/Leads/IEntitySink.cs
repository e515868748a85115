using Cadence.SellsyImport.Storage;

namespace Cadence.SellsyImport.EntityFrameworkCore.Leads;

/// <summary>A sink with every step.</summary>
internal interface IEntitySink : IAnsweringLeadSink, ILeadUpdater, ILeadRemover;

using Cadence.SellsyImport.Plain;

namespace Cadence.SellsyImport.Mapping;

/// <summary>A mapper that knows of records, before texts are made of their cells, whether it would find anything wrong with their rows.</summary>
internal interface IPlainMapper
{
    /// <summary>Starts anew for a file, or gives none where only rows can be judged.</summary>
    PlainRecords? PlainRecordsOf(FieldMapping mapping, ExportFacts facts);

    /// <summary>Starts anew for a file, or gives none where leads are made of rows alone.</summary>
    PlainLeads? PlainLeadsOf(FieldMapping mapping, ExportFacts facts);
}

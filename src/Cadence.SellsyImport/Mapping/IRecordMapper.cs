using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Mapping;

/// <summary>A mapper that reads a row before its file's facts are known, so that one pass through the file gives every row its verdict.</summary>
internal interface IRecordMapper : IFieldMapper
{
    /// <summary>Starts to scan a part of a file.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="referenceYear">The year in which the file is read.</param>
    RowScanner ScannerOf(FieldMapping mapping, int referenceYear);

    /// <summary>Maps only the owner of a row.</summary>
    MappedRow MapOwner(OwnerCellPair cells, FieldMapping mapping, ExportFacts facts);

    /// <summary>Maps only the companies of a row that gives no id.</summary>
    MappedRow MapCompany(string cell, FieldMapping mapping, ExportFacts facts);

    /// <summary>Maps a record to its lead, without the row between.</summary>
    /// <param name="record">The record.</param>
    /// <param name="pools">The strings that recur, by column; one reading's own.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="facts">What the whole file says.</param>
    MappedRow Map(in CsvRecord record, ValuePool[] pools, FieldMapping mapping, ExportFacts facts);
}

namespace Cadence.SellsyImport.Files;

/// <summary>Looks at every record before a row is created from it, and consumes the records that need no row.</summary>
internal interface IRecordTaker
{
    /// <summary>Takes a record, or leaves it to become the next row.</summary>
    /// <param name="record">A record without any issue; records and rows come in the order of the file.</param>
    /// <returns>Whether it was taken: then no row is made of it, and its number is not used again.</returns>
    bool TryTake(in CsvRecord record);

    /// <summary>A line that shows nothing is passed over. It is no row.</summary>
    /// <param name="hasSeparators">Whether it has separators, unlike a blank line.</param>
    void TakeBlank(bool hasSeparators);
}

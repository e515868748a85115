namespace Cadence.SellsyImport.Planning;

/// <summary>The records of a block as the survey found them.</summary>
/// <param name="bytes">The records, as <see cref="RecordPacker"/> writes them.</param>
/// <param name="rows">The rows that were made, in the order of the file.</param>
/// <param name="facts">The facts whose numbers of owners and companies the records have.</param>
internal sealed class PackedRecords(byte[] bytes, SellsyRow[] rows, SurveyFacts facts)
{
    /// <summary>Whether all records of which no row was made are plain, now that the whole file is known.</summary>
    /// <param name="isPlain">Whether an owner gives no issue, by its number.</param>
    public bool ArePlain(ReadOnlySpan<bool> isPlain)
    {
        var records = Unpack(default);
        while (records.MoveNext())
        {
            if (records.Current.ContactId != 0 && (!isPlain[records.Owner] || !facts.IsFirstIdOfFile(records.Company)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gives the records back.</summary>
    /// <param name="start">Where the block starts in the file.</param>
    public PackedReader Unpack(RowPosition start) => new(bytes, rows, start);
}

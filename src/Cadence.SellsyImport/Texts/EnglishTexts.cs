namespace Cadence.SellsyImport.Texts;

/// <summary>The English texts.</summary>
internal static class EnglishTexts
{
    public static TextCatalogue Catalogue { get; } = new(
        new Dictionary<string, string>(EnglishLabels.All),
        new Dictionary<string, string>
        {
            [IssueCodes.FieldCountDiffers] = "{0} fields found, {1} expected by the headings. Correct the number of separators in the row.",
            [IssueCodes.StrayQuote] = "A quote stands where none is expected. Double it or remove it.",
            [IssueCodes.QuoteNotClosed] = "A quote opened on line {0} of the file is never closed. Close it or remove it.",
            [IssueCodes.RecordTooLong] = "The row is longer than {0} bytes. Shorten it or raise the limit.",
            [IssueCodes.CellTooLong] = "A cell has {0} characters, at most {1} are accepted. Shorten it or raise the limit.",
            [IssueCodes.BytesUndecodable] = "Byte {0} of the file is no text in {1}. Export the file from Sellsy again.",
            [IssueCodes.EncodingChanges] = "The encoding changes at byte {0} of the file: {1}. Two exports were probably glued; check the accents.",
            [IssueCodes.ControlCharacter] = "The row holds the control character {0}. Remove it.",
            [IssueCodes.HeadingsRepeated] = "The row repeats the headings. Two exports were probably glued; remove the row.",
            [IssueCodes.RowEmpty] = "Every cell of the row is blank. Remove the row.",
            [IssueCodes.MandatoryBlank] = "The field is mandatory and blank. Fill it in.",
            [IssueCodes.IdNotDigits] = "The id is not made of digits only. Take the one of Sellsy.",
            [IssueCodes.ValueTooLong] = "{0} characters found, at most {1} are accepted. Shorten the value.",
            [IssueCodes.DigitsLost] = "A spreadsheet replaced digits by a power of ten: they are lost. Export the file again without opening it in a spreadsheet.",
            [IssueCodes.EmailInvalid] = "The e-mail address is not well formed. Correct it in Sellsy.",
            [IssueCodes.TooManyEmails] = "{0} e-mail addresses found, at most {1} are kept as such; the others are kept aside.",
            [IssueCodes.PhoneUnrecognised] = "The phone number is not recognised; its text is kept as it stands.",
            [IssueCodes.TooManyPhones] = "{0} phone numbers found, at most {1} are kept as such; the others are kept aside.",
            [IssueCodes.DateInvalid] = "The date is not in the format {0} of its column; its text is kept as it stands.",
            [IssueCodes.DateOrderAssumed] = "Nothing in the column tells day from month ({0} rows); the day is read first.",
            [IssueCodes.WebAddressInvalid] = "The web address is not well formed; its text is kept as it stands.",
            [IssueCodes.ConsentInvalid] = "The value is neither yes nor no; no consent is recorded.",
            [IssueCodes.CompanyNumberInvalid] = "The SIREN or SIRET has the wrong length or check digit; its text is kept as it stands.",
            [IssueCodes.TextGarbled] = "The accents look damaged by double encoding. Export the file from Sellsy again.",
            [IssueCodes.ColumnVetoed] = "{2} of {3} values of the column \"{0}\" (position {1}) are not those of the field; the column is not mapped. Check the mapping.",
            [IssueCodes.ColumnsCompete] = "Two columns fit: \"{2}\" (position {3}) is mapped, \"{0}\" (position {1}) is not. Check the mapping.",
            [IssueCodes.OwnerUnknown] = "User not present in Cadence: \"{0}\". Add this user to Cadence first.[1| Nearest names: {1}.]",
            [IssueCodes.OwnerAmbiguous] = "Several users of Cadence are named \"{0}\": {1}. Decide which one is the owner.",
            [IssueCodes.OwnerConflict] = "The id and the name of the owner \"{0}\" mean different users: {1}. Correct one of them.",
            [IssueCodes.OwnerDecisionStale] = "The user chosen for \"{0}\" is not in Cadence any more. Choose another one.",
            [IssueCodes.SeveralOwners] = "The cell names several owners; the first counts: \"{0}\".",
            [IssueCodes.SeveralCompanies] = "The cell names several companies; the first counts: \"{0}\".",
            [IssueCodes.CompanyIdDiffers] = "The same company bears two ids in the file; the first one met is used: {0}, not {1}.",
            [IssueCodes.ContactRepeated] = "The contact is already on row {0} of this file. The first row counts; remove this one.",
            [IssueCodes.AlreadyInCadence] = "The contact is already in Cadence.[0| Running cadences: {0}.][!0| No cadence is running.]",
            [IssueCodes.AppearedSincePreview] = "The contact appeared in Cadence since the preview. Make the preview again.",
        },
        new Dictionary<string, string>(EnglishErrors.All));
}

namespace Cadence.SellsyImport;

/// <summary>The stable codes of <see cref="ImportIssue"/>. <c>docs/errors.md</c> gives the cause and the remedy of each.</summary>
public static class IssueCodes
{
    // The columns

    /// <summary>
    /// The values of the sample say that a column is not what its heading says; it feeds no field. Warning of the file. Arguments: heading,
    /// position (the first column is 0), values that say so, values looked at.
    /// </summary>
    public const string ColumnVetoed = nameof(ColumnVetoed);

    /// <summary>
    /// Two columns fit one field; the better one feeds it. Warning of the file. Arguments: heading left out, its position (the first column is 0),
    /// heading used, its position (the first column is 0).
    /// </summary>
    public const string ColumnsCompete = nameof(ColumnsCompete);

    /// <summary>
    /// A column of ids feeds no field, because other programs write such a heading too and nothing beside it says that the ids are those of
    /// Sellsy. Warning of the file. Arguments: heading, position (the first column is 0).
    /// </summary>
    public const string IdColumnUncertain = nameof(IdColumnUncertain);

    // The record

    /// <summary>The record has another number of fields than the headings. Error. Arguments: found, expected.</summary>
    public const string FieldCountDiffers = nameof(FieldCountDiffers);

    /// <summary>A quote stands where none can stand. Error.</summary>
    public const string StrayQuote = nameof(StrayQuote);

    /// <summary>A quoted cell is never closed. Error. Arguments: line of the quote.</summary>
    public const string QuoteNotClosed = nameof(QuoteNotClosed);

    /// <summary>
    /// A line next to the row has a single cell, cut off by a line break without quotes. It may be the rest of the row above it or the start
    /// of the row below it. Error, of all these lines together. Arguments: line of that cell.
    /// </summary>
    public const string LineBreakNotQuoted = nameof(LineBreakNotQuoted);

    /// <summary>The record is longer than the limit. Error. Arguments: limit in bytes.</summary>
    public const string RecordTooLong = nameof(RecordTooLong);

    /// <summary>A cell is longer than the limit. Error. Arguments: characters found, limit.</summary>
    public const string CellTooLong = nameof(CellTooLong);

    /// <summary>
    /// Bytes are no text in the encoding of the file. Error. Arguments: byte offset, encoding, and the encodings in which they are text, if there
    /// are any.
    /// </summary>
    public const string BytesUndecodable = nameof(BytesUndecodable);

    /// <summary>
    /// The record has letters that no French text has in the encoding of the file, such as þ or ³ within a word; or many lines of the file have.
    /// Warning. Arguments: encoding, encodings that the file may be in.
    /// </summary>
    public const string EncodingDoubtful = nameof(EncodingDoubtful);

    /// <summary>The encoding changes in the middle of the file, for example where two exports were joined. Warning. Arguments: byte offset, the encoding from there on.</summary>
    public const string EncodingChanges = nameof(EncodingChanges);

    /// <summary>The record holds NUL or other control characters. Error. Arguments: code point.</summary>
    public const string ControlCharacter = nameof(ControlCharacter);

    /// <summary>
    /// The record holds controls of Latin-1 that an earlier program made of characters of Windows-1252, such as U+009C for œ. They are read as
    /// these characters. Warning. Arguments: code point of the first.
    /// </summary>
    public const string ControlCharacterRead = nameof(ControlCharacterRead);

    /// <summary>The record repeats the headings, for example where two exports were joined. Error.</summary>
    public const string HeadingsRepeated = nameof(HeadingsRepeated);

    /// <summary>
    /// A record in the middle of the file holds other headings, for example because two exports with different columns were joined. That
    /// record and those after it belong to other headings; none is read under the wrong ones. Error. Arguments: line of the other headings.
    /// </summary>
    public const string HeadingsChange = nameof(HeadingsChange);

    /// <summary>Every cell of a record of several lines is blank. Error. A line with separators and nothing else is no row.</summary>
    public const string RowEmpty = nameof(RowEmpty);

    /// <summary>A person left the row out. Warning.</summary>
    public const string RowExcluded = nameof(RowExcluded);

    /// <summary>A person corrected a cell. Warning. Arguments: heading, text of the file, text in its place, one-based position of the column.</summary>
    public const string CellCorrected = nameof(CellCorrected);

    /// <summary>A record that cannot be read was replaced: a person gave every cell of it. Warning.</summary>
    public const string RowReplaced = nameof(RowReplaced);
    /// <summary>
    /// The record has fewer fields than the headings, and the host chose that the missing ones are blank. Warning. Arguments: fields found,
    /// fields expected.
    /// </summary>
    public const string FieldsMissing = nameof(FieldsMissing);

    /// <summary>The record holds U+FFFD: an earlier program lost characters, which cannot be recovered. Warning.</summary>
    public const string CharactersLost = nameof(CharactersLost);

    // The file as a whole: what was found when it was opened, with the evidence

    /// <summary>
    /// A person chose how the file is read. Warning of the file. Arguments: encoding, separator, line of the headings, short rows; blank if not
    /// chosen.
    /// </summary>
    public const string ReadingChosen = nameof(ReadingChosen);

    /// <summary>The encoding was detected from the bytes. Warning of the file. Arguments: encoding, lines that show it, lines that contradict it.</summary>
    public const string EncodingFound = nameof(EncodingFound);

    /// <summary>
    /// The separator was detected from the records. Warning of the file. Arguments: separator, records with the field count of the headings,
    /// records looked at.
    /// </summary>
    public const string SeparatorFound = nameof(SeparatorFound);

    /// <summary>A first line <c>sep=</c> names the separator. Warning of the file. Arguments: separator.</summary>
    public const string SeparatorDeclared = nameof(SeparatorDeclared);

    /// <summary>Lines that are no rows stand before the headings. Warning of the file. Arguments: lines.</summary>
    public const string LinesBeforeHeadings = nameof(LinesBeforeHeadings);

    /// <summary>The headings stand on two records, which were put together. Warning of the file. Arguments: first line, last line.</summary>
    public const string HeadingsOnTwoLines = nameof(HeadingsOnTwoLines);

    /// <summary>Columns without heading that are only trailing separators. Warning of the file. Arguments: columns.</summary>
    public const string TrailingSeparators = nameof(TrailingSeparators);

    /// <summary>
    /// A second heading line follows the headings: a translation, or technical names. It is no row. Warning of the file. Arguments: first line,
    /// last line.
    /// </summary>
    public const string HeadingLinesBelow = nameof(HeadingLinesBelow);

    /// <summary>Lines with separators and nothing else. They are no rows. Warning of the file. Arguments: lines.</summary>
    public const string BlankRows = nameof(BlankRows);

    /// <summary>Rows have fewer fields than the headings. Warning of the file. Arguments: rows.</summary>
    public const string ShortRows = nameof(ShortRows);
    /// <summary>No heading is one that only Sellsy writes: the file may be that of another program. Warning of the file.</summary>
    public const string HeadingsNotOfSellsy = nameof(HeadingsNotOfSellsy);

    /// <summary>The headings may be those of Sellsy's private customers, whose ids are not contact ids. Warning of the file.</summary>
    public const string PerhapsIndividuals = nameof(PerhapsIndividuals);

    /// <summary>A heading stands over several columns, which are distinguished by position. Warning of the file. Arguments: heading, columns.</summary>
    public const string HeadingRepeated = nameof(HeadingRepeated);

    // A workbook as a whole

    /// <summary>One sheet of several was read. Warning of the file. Arguments: sheet read, the other sheets.</summary>
    public const string SheetChosen = nameof(SheetChosen);

    /// <summary>Rows that a spreadsheet hides, for example by a filter, are rows like any other. Warning of the file. Arguments: rows, first row.</summary>
    public const string HiddenRows = nameof(HiddenRows);

    /// <summary>Cells are merged: the value is that of the first one, and the others are blank. Warning of the file. Arguments: merged ranges, first range.</summary>
    public const string MergedCells = nameof(MergedCells);

    /// <summary>
    /// Numbers have more than the 15 digits that a spreadsheet keeps, so their last digits are lost. Warning of the file. Arguments: cells, first cell.
    /// </summary>
    public const string NumbersRounded = nameof(NumbersRounded);

    /// <summary>Formulas whose value was not saved are blank. Warning of the file. Arguments: cells, first cell.</summary>
    public const string FormulasWithoutValue = nameof(FormulasWithoutValue);

    // The values

    /// <summary>A mandatory field is blank. Error.</summary>
    public const string MandatoryBlank = nameof(MandatoryBlank);

    /// <summary>An id is not made of digits. Error for the contact and the owner, a warning for the company.</summary>
    public const string IdNotDigits = nameof(IdNotDigits);

    /// <summary>
    /// A value is longer than its field. Error; a warning for a field of the company that is not mandatory. Arguments: characters found, limit.
    /// </summary>
    public const string ValueTooLong = nameof(ValueTooLong);

    /// <summary>A spreadsheet replaced digits by an exponent, which cannot be undone. Error for an id, else a warning.</summary>
    public const string DigitsLost = nameof(DigitsLost);

    /// <summary>
    /// The cell holds what a spreadsheet writes where it has no value to show, such as <c>#N/A</c> or <c>####</c>; the field is blank.
    /// Warning. Arguments: what the cell holds.
    /// </summary>
    public const string SpreadsheetError = nameof(SpreadsheetError);

    /// <summary>A French postal code has four digits; a spreadsheet perhaps removed its leading zero. The text is kept. Warning.</summary>
    public const string LeadingZeroMissing = nameof(LeadingZeroMissing);

    /// <summary>An e-mail address is not well formed (RFC 5321). Warning, or an error where the host says so.</summary>
    public const string EmailInvalid = nameof(EmailInvalid);

    /// <summary>More e-mail addresses than a lead can have. Warning. Arguments: found, limit.</summary>
    public const string TooManyEmails = nameof(TooManyEmails);

    /// <summary>A phone number could not be read as E.164; its text is kept. Warning.</summary>
    public const string PhoneUnrecognised = nameof(PhoneUnrecognised);

    /// <summary>More phone numbers than a lead can have. Warning. Arguments: found, limit.</summary>
    public const string TooManyPhones = nameof(TooManyPhones);

    /// <summary>A value is no date in the format of its column. Warning. Arguments: expected format.</summary>
    public const string DateInvalid = nameof(DateInvalid);

    /// <summary>
    /// A value is the number by which a spreadsheet counts days; it is not read as a date, because it does not show from which day it counts.
    /// Warning.
    /// </summary>
    public const string DateIsDayNumber = nameof(DateIsDayNumber);

    /// <summary>Nothing in the column distinguishes day from month; read as day first. Warning of the file. Arguments: rows.</summary>
    public const string DateOrderAssumed = nameof(DateOrderAssumed);

    /// <summary>
    /// The dates of a column are read month first, or contradict each other. Warning of the file. Arguments: format, cells that can only have
    /// this order, cells that can only have the other one, cells that can have both.
    /// </summary>
    public const string DateOrderFound = nameof(DateOrderFound);

    /// <summary>A value is no web address. Warning.</summary>
    public const string WebAddressInvalid = nameof(WebAddressInvalid);

    /// <summary>A value is neither yes nor no. Warning.</summary>
    public const string ConsentInvalid = nameof(ConsentInvalid);

    /// <summary>Another contact of the file has the same e-mail address or phone number, which identifies nobody. Warning.</summary>
    public const string AddressShared = nameof(AddressShared);

    /// <summary>The contact has refused campaigns: counted. Warning.</summary>
    public const string ContactOptedOut = nameof(ContactOptedOut);

    /// <summary>The lead in Cadence has consented, which stays: the row's value cannot be read, or the row refuses and the policy does not overwrite. Warning.</summary>
    public const string ConsentStays = nameof(ConsentStays);

    /// <summary>The lead in Cadence has refused, which stays: the row's value cannot be read, or is a consent that may not replace it. Warning.</summary>
    public const string RefusalStays = nameof(RefusalStays);

    /// <summary>
    /// Most of the contacts of the file that are in Cadence already differ from their leads in name and e-mail: the file may be of another Sellsy account.
    /// Arguments: how many differ; how many were compared. Warning.
    /// </summary>
    public const string ContactsLookDifferent = nameof(ContactsLookDifferent);

    /// <summary>A value of a field of the host is no number, or could be two. Warning.</summary>
    public const string NumberInvalid = nameof(NumberInvalid);

    /// <summary>A value of a field of the host is neither yes nor no. Warning.</summary>
    public const string YesNoInvalid = nameof(YesNoInvalid);

    /// <summary>A value of a field of the host is none of its choices. Warning. Arguments: the choices.</summary>
    public const string ChoiceUnknown = nameof(ChoiceUnknown);

    /// <summary>A SIREN or SIRET has the wrong length or check digit. Warning.</summary>
    public const string CompanyNumberInvalid = nameof(CompanyNumberInvalid);

    /// <summary>A value looks as if its encoding had been damaged twice. Warning.</summary>
    public const string TextGarbled = nameof(TextGarbled);

    // The owner

    /// <summary>The owner is no user of Cadence. Error. Arguments: owner, nearest names.</summary>
    public const string OwnerUnknown = nameof(OwnerUnknown);

    /// <summary>Several users of Cadence have the owner's name. Error. Arguments: owner, candidates.</summary>
    public const string OwnerAmbiguous = nameof(OwnerAmbiguous);

    /// <summary>The owner's id, e-mail address and name are not those of one user. Error. Arguments: owner, the users.</summary>
    public const string OwnerConflict = nameof(OwnerConflict);

    /// <summary>The user that was decided for the owner is not in Cadence. Error. Arguments: owner; blank for a blank cell.</summary>
    public const string OwnerDecisionStale = nameof(OwnerDecisionStale);

    /// <summary>The owner is a user who is not active. Error. Arguments: owner; blank for a blank cell; the user.</summary>
    public const string OwnerInactive = nameof(OwnerInactive);

    /// <summary>The row names no owner, and the user for blank owners gets its lead if it is new. Warning. Arguments: an empty text, the user.</summary>
    public const string BlankOwnerDefaulted = nameof(BlankOwnerDefaulted);

    /// <summary>The owner is no user of Cadence, and the user for unknown owners gets its lead if it is new. Warning. Arguments: owner, the user.</summary>
    public const string UnknownOwnerDefaulted = nameof(UnknownOwnerDefaulted);

    /// <summary>The cell lists several owners; the first counts. Warning. Arguments: the first.</summary>
    public const string SeveralOwners = nameof(SeveralOwners);

    // The company

    /// <summary>The cell lists several companies; the first counts. Warning. Arguments: the first.</summary>
    public const string SeveralCompanies = nameof(SeveralCompanies);

    /// <summary>The company's name bears two ids in the file; the first id met is used. Warning. Arguments: id used, id found.</summary>
    public const string CompanyIdDiffers = nameof(CompanyIdDiffers);

    // The row among the others

    /// <summary>The contact is already on an earlier row of the file. Error. Arguments: row.</summary>
    public const string ContactRepeated = nameof(ContactRepeated);

    /// <summary>The contact is again on a later row of the file, and the last row wins. Error. Arguments: row.</summary>
    public const string ContactSuperseded = nameof(ContactSuperseded);

    /// <summary>The contact is already on an earlier row of the file, which this row completes. Warning. Arguments: row.</summary>
    public const string ContactMerged = nameof(ContactMerged);

    /// <summary>The contact is already in Cadence. A warning that goes with the status Active. Arguments: running cadences.</summary>
    public const string AlreadyInCadence = nameof(AlreadyInCadence);

    /// <summary>
    /// The host's matcher found a lead in Cadence that may be this contact, and nobody decided on it. Error. Arguments: contact id of the existing lead.
    /// </summary>
    public const string MatchUndecided = nameof(MatchUndecided);

    /// <summary>
    /// It was decided that the contact is an existing lead with another contact id, which is treated in its place. Warning. Arguments: contact id of the
    /// existing lead.
    /// </summary>
    public const string MatchedToLead = nameof(MatchedToLead);

    /// <summary>
    /// It was decided that the contact is a new lead, although the host's matcher found one that may be the same. Warning. Arguments: contact id of the
    /// existing lead.
    /// </summary>
    public const string MatchAddedAsNew = nameof(MatchAddedAsNew);

    // The write

    /// <summary>The contact appeared in Cadence since the preview. Error.</summary>
    public const string AppearedSincePreview = nameof(AppearedSincePreview);

    /// <summary>The lead was changed in Cadence between the preview and the write. Error.</summary>
    public const string ChangedSincePreview = nameof(ChangedSincePreview);

    /// <summary>The lead was removed from Cadence between the preview and the write. Error.</summary>
    public const string VanishedSincePreview = nameof(VanishedSincePreview);

    /// <summary>The owner is another user, no user or several users of Cadence since the preview. Error.</summary>
    public const string OwnerChangedSincePreview = nameof(OwnerChangedSincePreview);

    /// <summary>The import was ended or undone before this row of its last batch was written. Error.</summary>
    public const string NotWrittenAtEnd = nameof(NotWrittenAtEnd);

    /// <summary>The host's database does not take the lead: a constraint or the size of a column. Error. Arguments: constraint, column or code of the database.</summary>
    public const string RefusedByDatabase = nameof(RefusedByDatabase);

    // The undoing

    /// <summary>Somebody changed the lead, or one of its fields, since the import: it is kept. Warning.</summary>
    public const string EditedSinceImport = nameof(EditedSinceImport);

    /// <summary>A later import changed the lead, or one of its fields: it is kept. Warning. Arguments: the later import.</summary>
    public const string ChangedByLaterImport = nameof(ChangedByLaterImport);

    /// <summary>
    /// A later import had changed the lead, or one of its fields, when this one was undone, and is undone since: it was kept. Warning.
    /// Arguments: the later import.
    /// </summary>
    public const string ChangedByUndoneImport = nameof(ChangedByUndoneImport);

    /// <summary>The lead was removed from Cadence since the import. Warning.</summary>
    public const string VanishedSinceImport = nameof(VanishedSinceImport);

    /// <summary>The history was asked to forget the person, so an undo leaves the lead as it is.</summary>
    public const string ForgottenSinceImport = nameof(ForgottenSinceImport);
}

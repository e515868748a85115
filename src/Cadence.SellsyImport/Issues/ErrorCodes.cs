namespace Cadence.SellsyImport;

/// <summary>The stable codes of <see cref="SellsyImportException"/>. <c>docs/errors.md</c> gives the cause and the remedy of each.</summary>
public static class ErrorCodes
{
    /// <summary>The file is empty. Arguments: file.</summary>
    public const string FileEmpty = nameof(FileEmpty);

    /// <summary>The file has headings and no row. Arguments: file.</summary>
    public const string FileWithoutRows = nameof(FileWithoutRows);

    /// <summary>There is no such file. Arguments: file.</summary>
    public const string FileNotFound = nameof(FileNotFound);

    /// <summary>The path is a directory. Arguments: path.</summary>
    public const string FileIsDirectory = nameof(FileIsDirectory);

    /// <summary>The file cannot be opened or read to its end. Arguments: file, byte reached.</summary>
    public const string FileUnreadable = nameof(FileUnreadable);

    /// <summary>The file was changed or cut while it was read. Arguments: file, byte from which on it differs.</summary>
    public const string FileChanged = nameof(FileChanged);

    /// <summary>A file cannot be written. Arguments: path.</summary>
    public const string FileUnwritable = nameof(FileUnwritable);

    /// <summary>The bytes are those of another kind of file. Arguments: file, kind.</summary>
    public const string FileOfAnotherKind = nameof(FileOfAnotherKind);

    /// <summary>The file is no workbook of the kind that is read. Arguments: file, kind.</summary>
    public const string WorkbookOfAnotherKind = nameof(WorkbookOfAnotherKind);

    /// <summary>The workbook is damaged. Arguments: file, part of its archive.</summary>
    public const string WorkbookDamaged = nameof(WorkbookDamaged);

    /// <summary>The workbook exceeds a limit. Arguments: file, found, limit, which limit.</summary>
    public const string WorkbookTooLarge = nameof(WorkbookTooLarge);

    /// <summary>The workbook has no such sheet of cells. Arguments: file, sheet, the sheets there are.</summary>
    public const string SheetNotFound = nameof(SheetNotFound);

    /// <summary>The sheet that was read has no headings or no row, and the workbook has others. Arguments: file, sheet, the other sheets.</summary>
    public const string SheetWithoutHeadings = nameof(SheetWithoutHeadings);

    /// <summary>The headings are those of another export of Sellsy. Arguments: file, export.</summary>
    public const string ExportOfAnotherKind = nameof(ExportOfAnotherKind);

    /// <summary>The headings are those of an export of another program. Arguments: file, program.</summary>
    public const string ExportOfAnotherProgram = nameof(ExportOfAnotherProgram);

    /// <summary>No heading row was found. Arguments: file.</summary>
    public const string HeadingsNotFound = nameof(HeadingsNotFound);

    /// <summary>The heading row lost or gained a quote or a separator. Arguments: file, line.</summary>
    public const string HeadingsDamaged = nameof(HeadingsDamaged);

    /// <summary>The registered reader does not take <see cref="Files.ReadingOverrides"/>. Arguments: file, reader.</summary>
    public const string OverridesNotSupported = nameof(OverridesNotSupported);

    /// <summary>The file has more columns than the limit. Arguments: file, columns found, limit.</summary>
    public const string TooManyColumns = nameof(TooManyColumns);

    /// <summary>
    /// Mandatory fields have neither a column nor a constant. Arguments: file, fields, and <c>SellsyContactId</c> if the identity is one of them.
    /// </summary>
    public const string MandatoryFieldsNotMapped = nameof(MandatoryFieldsNotMapped);

    /// <summary>The mapping gives every row the same contact. Arguments: field.</summary>
    public const string IdentityConstant = nameof(IdentityConstant);

    /// <summary>The mapping names a field that the import does not have. Arguments: field, the fields there are.</summary>
    public const string FieldUnknown = nameof(FieldUnknown);

    /// <summary>The mapping names columns that the file does not have. Arguments: file, headings.</summary>
    public const string ColumnsNotFound = nameof(ColumnsNotFound);

    /// <summary>A heading occurs several times, and the mapping does not say which one. Arguments: file, heading, indexes.</summary>
    public const string ColumnAmbiguous = nameof(ColumnAmbiguous);

    /// <summary>A profile is no JSON of a known version. Arguments: file, the numbers of the place, the kind of fault.</summary>
    public const string ProfileUnreadable = nameof(ProfileUnreadable);

    /// <summary>The file is not the one that the plan was made for. Arguments: file.</summary>
    public const string PlanOfAnotherFile = nameof(PlanOfAnotherFile);

    /// <summary>A mended file of rejected rows lacks a column of the file that it came from. Arguments: mended file, heading, original file.</summary>
    public const string MendedFileOfOthers = nameof(MendedFileOfOthers);

    /// <summary>An option is out of its range. Arguments: option, value, expected.</summary>
    public const string OptionInvalid = nameof(OptionInvalid);

    /// <summary>No store is registered.</summary>
    public const string SinkMissing = nameof(SinkMissing);

    /// <summary>Neither the host nor the store provides the users of Cadence.</summary>
    public const string UsersMissing = nameof(UsersMissing);

    /// <summary>A list of users cannot be read. Arguments: file, line, what was found.</summary>
    public const string UsersUnreadable = nameof(UsersUnreadable);

    /// <summary>The answer of a seam breaks its contract. Arguments: seam, what was found, expected.</summary>
    public const string SeamContractBroken = nameof(SeamContractBroken);

    /// <summary>The import is being written by another process. Arguments: import, holder, end of the lease unless it is renewed.</summary>
    public const string ImportIsRunning = nameof(ImportIsRunning);

    /// <summary>The processes that ran the import as a job ended again and again, before they stored a batch more.</summary>
    public const string ImportProcessEnded = nameof(ImportProcessEnded);

    /// <summary>Leads of an import change each time that their batch is to be undone. Arguments: import, batch, number of tries.</summary>
    public const string LeadsKeepChanging = nameof(LeadsKeepChanging);

    /// <summary>Another process took the import over, so this one must not write any more. Arguments: import.</summary>
    public const string ImportTakenOver = nameof(ImportTakenOver);

    /// <summary>
    /// Somebody asked for the import, or its undo, to be stopped, so its next batch is not stored. Only between a ledger and the importer: the
    /// caller gets <see cref="OperationCanceledException"/> with this error as its inner exception. Arguments: import.
    /// </summary>
    public const string ImportCancelRequested = nameof(ImportCancelRequested);

    /// <summary>The history has no such import. Arguments: import.</summary>
    public const string ImportUnknown = nameof(ImportUnknown);

    /// <summary>The import is finished, so there is nothing to resume. Arguments: import.</summary>
    public const string ImportFinished = nameof(ImportFinished);

    /// <summary>The import is undone or being undone, so it cannot be resumed. Arguments: import.</summary>
    public const string ImportUndone = nameof(ImportUndone);

    /// <summary>The import was ended by a person before its last row, so it cannot be resumed. Arguments: import.</summary>
    public const string ImportEnded = nameof(ImportEnded);

    /// <summary>
    /// An import of the same file was interrupted, and only its own plan can continue it. Arguments: import, first row that is not written.
    /// </summary>
    public const string ImportInterrupted = nameof(ImportInterrupted);

    /// <summary>The id that the caller gave belongs to an import of another plan. Arguments: import.</summary>
    public const string ImportIdTaken = nameof(ImportIdTaken);

    /// <summary>The import has no location of its file. Arguments: import, file.</summary>
    public const string ImportFileUnknown = nameof(ImportFileUnknown);

    /// <summary>The store cannot do what was asked for. Arguments: what was asked for, the interface that the sink would need.</summary>
    public const string StoreCannot = nameof(StoreCannot);

    /// <summary>The sink keeps a ledger itself, and a separate ledger is registered too. Arguments: class of the sink, class of the ledger.</summary>
    public const string LedgerTwice = nameof(LedgerTwice);

    /// <summary>The map of <c>UseEntityFrameworkCore</c> lacks a mandatory part. Arguments: entity or context, the part.</summary>
    public const string MapIncomplete = nameof(MapIncomplete);

    /// <summary>The model of a host's context says nothing of the entity that holds leads. Arguments: context, entity.</summary>
    public const string ModelIncomplete = nameof(ModelIncomplete);

    /// <summary>The plan is damaged, or no plan at all. Arguments: what was found.</summary>
    public const string PlanUnreadable = nameof(PlanUnreadable);

    /// <summary>The plan was made by another version of this library. Arguments: version found, version expected.</summary>
    public const string PlanOfAnotherVersion = nameof(PlanOfAnotherVersion);

    /// <summary>The plan was made under other settings: fields, limits or rules. Arguments: file.</summary>
    public const string PlanOfOtherSettings = nameof(PlanOfOtherSettings);

    /// <summary>The database is locked by another program. Arguments: database.</summary>
    public const string DatabaseLocked = nameof(DatabaseLocked);

    /// <summary>The database cannot be written. Arguments: database.</summary>
    public const string DatabaseReadOnly = nameof(DatabaseReadOnly);

    /// <summary>The file is no database, or a damaged one. Arguments: database.</summary>
    public const string DatabaseUnreadable = nameof(DatabaseUnreadable);

    /// <summary>Tables, views or columns are missing from the database. Arguments: database, their names.</summary>
    public const string DatabaseIncomplete = nameof(DatabaseIncomplete);

    /// <summary>
    /// The database has tables of another version. Arguments: database, version found, version expected; for the database of another
    /// program: database, its <c>application_id</c>, its <c>user_version</c>, <c>application</c>.
    /// </summary>
    public const string DatabaseOfAnotherVersion = nameof(DatabaseOfAnotherVersion);

    /// <summary>The folder in which the database would be created does not exist. Arguments: database, folder.</summary>
    public const string DatabaseFolderMissing = nameof(DatabaseFolderMissing);

    /// <summary>The disk or the database is full. Arguments: database.</summary>
    public const string DatabaseFull = nameof(DatabaseFull);

    /// <summary>The server cannot be reached, or stopped answering. Arguments: host and port.</summary>
    public const string ServerUnreachable = nameof(ServerUnreachable);

    /// <summary>The server refuses the login. Arguments: host and port.</summary>
    public const string ServerLoginRefused = nameof(ServerLoginRefused);

    /// <summary>The server has no such database. Arguments: database.</summary>
    public const string ServerDatabaseMissing = nameof(ServerDatabaseMissing);

    /// <summary>The server accepts no writes. Arguments: database.</summary>
    public const string ServerReadOnly = nameof(ServerReadOnly);

    /// <summary>The user of the connection lacks a right. Arguments: database.</summary>
    public const string ServerRightMissing = nameof(ServerRightMissing);

    /// <summary>The database cannot hold every text. Arguments: database, encoding found.</summary>
    public const string ServerEncodingUnsuitable = nameof(ServerEncodingUnsuitable);
}

namespace Cadence.SellsyImport.Texts;

/// <summary>The English messages of errors: found, where, expected, remedy.</summary>
internal static class EnglishErrors
{
    private const string ContactsExpected = "; an export of contacts is expected. In Sellsy, export the list of contacts.";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [ErrorCodes.FileEmpty] = "{0} is empty. Export the contacts from Sellsy again.",
        [ErrorCodes.FileWithoutRows] = "{0} has headings but no row. Export the contacts from Sellsy again.",
        [ErrorCodes.FileNotFound] = "{0} does not exist. Check the path.",
        [ErrorCodes.FileIsDirectory] = "{0} is a directory; a CSV file is expected.",
        [ErrorCodes.FileUnreadable] = "{0} cannot be read, from byte {1} on. Check that it is not open elsewhere and that you may read it.",
        [ErrorCodes.FileUnwritable] = "{0} cannot be written. Check the folder and the permissions.",
        [ErrorCodes.FileOfAnotherKind] = "{0} is no CSV file but a file of the kind {1}. In Sellsy, choose Actions > Export CSV.",
        [$"{ErrorCodes.FileOfAnotherKind}.xlsx"] = "{0} is an Excel workbook (.xlsx). In Excel, save it as \"CSV UTF-8\", or export the contacts from Sellsy again.",
        [$"{ErrorCodes.FileOfAnotherKind}.xls"] = "{0} is an Excel workbook (.xls). In Excel, save it as \"CSV UTF-8\", or export the contacts from Sellsy again.",
        [$"{ErrorCodes.FileOfAnotherKind}.zip"] = "{0} is a ZIP archive. Extract the CSV file from it and import that one.",
        [$"{ErrorCodes.FileOfAnotherKind}.gz"] = "{0} is a gzip archive. Extract the CSV file from it and import that one.",
        [$"{ErrorCodes.FileOfAnotherKind}.pdf"] = "{0} is a PDF document. In Sellsy, choose Actions > Export CSV.",
        [$"{ErrorCodes.FileOfAnotherKind}.html"] = "{0} is a web page, perhaps an error or a login page. Download the export again from Sellsy's message.",
        [ErrorCodes.ExportOfAnotherKind] = "{0} is another export of Sellsy ({1})" + ContactsExpected,
        [$"{ErrorCodes.ExportOfAnotherKind}.comments"] = "{0} is Sellsy's export of comments" + ContactsExpected,
        [$"{ErrorCodes.ExportOfAnotherKind}.tasks"] = "{0} is Sellsy's export of tasks" + ContactsExpected,
        [$"{ErrorCodes.ExportOfAnotherKind}.companies"] = "{0} is Sellsy's export of companies" + ContactsExpected,
        [$"{ErrorCodes.ExportOfAnotherKind}.products"] = "{0} is Sellsy's export of products" + ContactsExpected,
        [$"{ErrorCodes.ExportOfAnotherKind}.invoices"] = "{0} is Sellsy's export of invoices" + ContactsExpected,
        [ErrorCodes.HeadingsNotFound] = "{0} has no heading row. Export the contacts from Sellsy again, with their headings.",
        [ErrorCodes.TooManyColumns] = "{0} has {1} columns, at most {2} are accepted. Export fewer columns or raise the limit.",
        [ErrorCodes.MandatoryFieldsNotMapped] = "{0}: mandatory fields have neither a column nor a constant: {1}. Map a column to each of them or give it a constant.",
        [ErrorCodes.FieldUnknown] = "There is no field {0}. Possible fields: {1}.",
        [ErrorCodes.ColumnsNotFound] = "{0} does not have these columns of the mapping: {1}. Map other columns or choose the file of the profile.",
        [ErrorCodes.ColumnAmbiguous] = "{0} has several columns \"{1}\", at the positions {2}. Name the column by its position.",
        [ErrorCodes.ProfileUnreadable] = "{0} is no readable mapping profile: {1}. Save it again from the mapping.",
        [ErrorCodes.PlanOfAnotherFile] = "{0} is not the file of the preview, or has changed since. Make the preview again.",
        [ErrorCodes.OptionInvalid] = "The option {0} is {1}; {2} is expected.",
        [$"{ErrorCodes.OptionInvalid}.file"] = "The option {0} is {1}; the path of a file is expected.",
        [ErrorCodes.SinkMissing] = "No ILeadSink is registered. Call UseSqlite(…) or UsePostgreSql(…) on the builder that AddSellsyImport() returns, or register your own ILeadSink.",
        [ErrorCodes.UsersMissing] = "Nobody provides the users of Cadence. Register an ICadenceUserProvider or an IOwnerResolver, or call UseSqlite(…).",
        [ErrorCodes.UsersUnreadable] = "{0}, line {1}: {2}. The headings id,first_name,last_name,email are expected, and an id on every line.",
        [ErrorCodes.SeamContractBroken] = "{0} breaks its contract: {1} found, {2} expected. Correct the implementation that is registered.",
        [ErrorCodes.DatabaseLocked] = "The database {0} is locked by another program. Close it and try again.",
        [ErrorCodes.DatabaseReadOnly] = "The database {0} cannot be written. Check the permissions of the file and of its folder.",
        [ErrorCodes.DatabaseUnreadable] = "{0} is no readable SQLite database. Choose another file or restore a backup.",
        [ErrorCodes.DatabaseOfAnotherVersion] = "The database {0} has a schema of version {1}; version {2} is expected. Use the version of the library that made it, or a new database.",
        [$"{ErrorCodes.DatabaseOfAnotherVersion}.application"] = "The database {0} is that of another program (application_id {1}, user_version {2}). Choose another file or a new database.",
        [ErrorCodes.DatabaseIncomplete] = "The database {0} is not whole; missing: {1}. Restore a backup, or choose another database.",
        [ErrorCodes.DatabaseFolderMissing] = "The database {0} cannot be created: the folder {1} does not exist. Create the folder or choose another one.",
        [ErrorCodes.DatabaseFull] = "The database {0} or its disk is full. Make room and try again; what was committed is kept.",
    };
}

namespace Cadence.SellsyImport.Issues;

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
        [ErrorCodes.FileChanged] =
            "{0} changed while it was read: from byte {1} on it is not what was read before. Wait until nothing writes to it, then start again.",
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
        [$"{ErrorCodes.ExportOfAnotherKind}.invoices"] = "{0} is Sellsy's export of invoices or of other documents" + ContactsExpected,
        [$"{ErrorCodes.ExportOfAnotherKind}.individuals"] = "{0} is Sellsy's list of private customers, whose ids are not contact ids" + ContactsExpected,
        [$"{ErrorCodes.ExportOfAnotherKind}.opportunities"] = "{0} is Sellsy's export of opportunities" + ContactsExpected,
        [$"{ErrorCodes.ExportOfAnotherKind}.quotes"] = "{0} is Sellsy's export of quotes" + ContactsExpected,
        [ErrorCodes.ExportOfAnotherProgram] =
            "{0} is an export of {1}, whose ids are not those of Sellsy; an export of Sellsy's contacts is expected. In Sellsy, on the list of contacts, "
            + "choose Actions > Export CSV with all available columns.",
        [ErrorCodes.HeadingsNotFound] = "{0} has no heading row. Export the contacts from Sellsy again, with their headings.",
        [ErrorCodes.HeadingsDamaged] = "{0}, line {1}: a quote or a separator of the headings was lost or added, so that the columns cannot be told apart. Correct the line, or export the contacts from Sellsy again.",
        [ErrorCodes.TooManyColumns] = "{0} has too many columns: {1}, accepted at most: {2}. Export fewer columns or raise the limit.",
        [ErrorCodes.MandatoryFieldsNotMapped] = "{0}: mandatory fields have neither a column nor a constant: {1}. Map a column to each of them or give it a constant.",
        [$"{ErrorCodes.MandatoryFieldsNotMapped}.SellsyContactId"] =
            "{0} has no column that is known to hold the ids of Sellsy's contacts; fields not mapped: {1}. In Sellsy, on the list of contacts (a list of clients "
            + "or companies has no contact id), choose Actions > Export CSV with all available columns. Map an id column by hand only if its ids are those of "
            + "Sellsy's contacts.",
        [ErrorCodes.IdentityConstant] =
            "The field {0} has a constant, which would make all rows one contact; a column is expected. In Sellsy, on the list of contacts, choose "
            + "Actions > Export CSV with all available columns.",
        [ErrorCodes.FieldUnknown] = "There is no field {0}. Possible fields: {1}.",
        [ErrorCodes.ColumnsNotFound] = "{0} does not have these columns of the mapping: {1}. Map other columns or choose the file of the profile.",
        [ErrorCodes.ColumnAmbiguous] = "{0} has several columns \"{1}\", at the positions {2}. Name the column by its position.",
        [ErrorCodes.ProfileUnreadable] = "{0} is no readable mapping profile. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.NoUtf8}"] = "{0} is no readable mapping profile: byte {1}: no UTF-8. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.TooLong}"] = "{0} is no readable mapping profile: size in bytes: {1}, accepted at most: {2}. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.NoJson}"] = "{0} is no readable mapping profile: line {1}, byte {2}: no JSON of a profile. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.HalfCharacter}"] = "{0} is no readable mapping profile: character {1}: half of a surrogate pair. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.HalfCharacterInName}"] = "{0} is no readable mapping profile: half of a surrogate pair in a name. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.VersionMissing}"] = "{0} is no readable mapping profile: no version. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.VersionNoNumber}"] = "{0} is no readable mapping profile: a version that is no whole number. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.VersionUnknown}"] = "{0} is no readable mapping profile: version {1} is unknown. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.FieldWithoutSource}"] = "{0} is no readable mapping profile: fields, entry {1}: neither a column nor a constant. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.FieldWithTwoSources}"] = "{0} is no readable mapping profile: fields, entry {1}: both a column and a constant. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.ConstantBlank}"] = "{0} is no readable mapping profile: fields, entry {1}: a blank constant. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.OccurrenceWithoutColumn}"] = "{0} is no readable mapping profile: fields, entry {1}: an occurrence without a column. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.FurtherColumnsOfOneValue}"] = "{0} is no readable mapping profile: fields, entry {1}: further columns of a field that is no list, or without a column. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.ValuesWrong}"] = "{0} is no readable mapping profile: fields, entry {1}: values without a column, or of a text that is blank, stands there twice or means nothing. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.OccurrenceBelowOne}"] = "{0} is no readable mapping profile: fields, entry {1}: an occurrence below 1. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.ColumnOfEarlierField}"] = "{0} is no readable mapping profile: fields, entry {1}: the column of an earlier field. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.OwnerBlank}"] = "{0} is no readable mapping profile: owners, entry {1}: a blank name or user id. Save it again from the mapping.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.OwnerOfEarlierEntry}"] = "{0} is no readable mapping profile: owners, entry {1}: the owner of an earlier entry. Save it again from the mapping.",
        [ErrorCodes.MendedFileOfOthers] = "{0} has no column “{1}”, which {2} has. Take the file of rejected rows of that export, correct its cells and keep its columns.",
        [$"{ErrorCodes.ProfileUnreadable}.{ProfileFault.DefaultOwnerBlank}"] = "{0} is no readable mapping profile: blankOwner or unknownOwner: a blank user id. Save it again from the mapping.",
        [ErrorCodes.PlanOfAnotherFile] = "{0} is not the file of the preview, or has changed since. Make the preview again.",
        [ErrorCodes.OptionInvalid] = "The option {0} is {1}; {2} is expected.",
        [$"{ErrorCodes.OptionInvalid}.file"] = "The option {0} is {1}; the path of a file is expected.",
        [ErrorCodes.SinkMissing] = "No ILeadSink is registered. Call UseSqlite(…) or UsePostgreSql(…) on the builder that AddSellsyImport() returns, or register your own ILeadSink.",
        [ErrorCodes.UsersMissing] = "Nobody provides the users of Cadence. Register an ICadenceUserProvider or an IOwnerResolver, or call UseSqlite(…).",
        [ErrorCodes.UsersUnreadable] = "{0}, line {1}: {2}. The headings id,first_name,last_name,email are expected, and an id on every line.",
        [ErrorCodes.SeamContractBroken] = "{0} breaks its contract: {1} found, {2} expected. Correct the implementation that is registered.",
        [ErrorCodes.ImportIsRunning] = "Import {0} is being written by {1} until {2}. Wait for it to end, then run it again.",
        [ErrorCodes.LeadsKeepChanging] = "Import {0}: leads of batch {1} were changed by another program at each of {2} tries to undo it. What was undone before stays undone. Stop the program that changes them, then undo the import again.",
        [ErrorCodes.ImportTakenOver] = "Import {0} was taken over by another process; this one wrote nothing more. See the history for its state.",
        [ErrorCodes.ImportUnknown] = "The history has no import {0}. List the history to find its id.",
        [ErrorCodes.ImportFinished] = "Import {0} is finished; there is nothing to resume.",
        [ErrorCodes.ImportUndone] = "Import {0} is undone or being undone, and cannot be resumed. Import the file again.",
        [ErrorCodes.ImportEnded] = "Import {0} was ended before its last row, and cannot be resumed. Undo it, or make the preview of its file again.",
        [ErrorCodes.ImportInterrupted] =
            "Import {0} of this file was interrupted before row {1}. Only its own plan, with its ticked rows and its policy, can continue it. "
            + "Resume that import, or end it and make the preview again.",
        [ErrorCodes.ImportFileUnknown] = "Import {0} does not know where its file \"{1}\" is. Give the file to resume it.",
        [ErrorCodes.StoreCannot] = "The store cannot do this: {0}. Its sink does not implement {1}. Use UseSqlite(…), UsePostgreSql(…) or a sink that does.",
        [ErrorCodes.PlanUnreadable] = "The plan cannot be read: {0}. Make the preview again and save its plan.",
        [ErrorCodes.PlanOfAnotherVersion] = "The plan has format {0}, and {1} was expected. Make the preview again.",
        [ErrorCodes.PlanOfOtherSettings] = "{0}: the plan was made under other fields, limits or rules than those of this host. Make the preview again.",
        [ErrorCodes.DatabaseLocked] = "The database {0} is locked by another program. Close it and try again.",
        [ErrorCodes.DatabaseReadOnly] = "The database {0} cannot be written. Check the permissions of the file and of its folder.",
        [ErrorCodes.DatabaseUnreadable] = "{0} is no readable SQLite database. Choose another file or restore a backup.",
        [ErrorCodes.DatabaseOfAnotherVersion] = "The database {0} has a schema of version {1}; version {2} is expected. Use the version of the library that made it, or a new database.",
        [$"{ErrorCodes.DatabaseOfAnotherVersion}.application"] = "The database {0} is that of another program (application_id {1}, user_version {2}). Choose another file or a new database.",
        [ErrorCodes.DatabaseIncomplete] = "The database {0} is not whole; missing: {1}. Restore a backup, or choose another database.",
        [ErrorCodes.DatabaseFolderMissing] = "The database {0} cannot be created: the folder {1} does not exist. Create the folder or choose another one.",
        [ErrorCodes.DatabaseFull] = "The database {0} or its disk is full. Make room and try again; what was committed is kept.",
        [ErrorCodes.ServerUnreachable] = "The server {0} cannot be reached or stopped answering. Check that it runs, its address and the network, and try again; what was committed is kept.",
        [ErrorCodes.ServerLoginRefused] = "The server {0} refuses the login. Check the user name and the password of the connection.",
        [ErrorCodes.ServerDatabaseMissing] = "The database {0} does not exist on the server. Create it, or name another one in the connection.",
        [ErrorCodes.ServerReadOnly] = "The database {0} can only be read. Connect to the primary server, or allow transactions that write.",
        [ErrorCodes.ServerRightMissing] = "The user of the connection lacks a right in the database {0}. Grant it the right to create the schema, or to use and write its tables.",
        [ErrorCodes.ServerEncodingUnsuitable] = "The database {0} has the encoding {1}, which cannot hold every text; UTF8 is expected. Use a database that was created with the encoding UTF8.",
    };
}

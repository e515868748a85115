using System.Data.Common;
using Cadence.SellsyImport.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadence.SellsyImport.EntityFrameworkCore.Leads;

/// <summary>Distinguishes a row that the database does not take, for its values or its constraints, from a database that does not work.</summary>
internal static class DatabaseRefusal
{
    private const int SqliteConstraint = 19;

    public static bool IsRefusal(DbUpdateException exception) => exception.InnerException is DbException inner && IsOfRow(inner);

    /// <summary>The reason, without the text of the database, which may show values: the name of the constraint or column, else the code.</summary>
    public static LeadAnswer AnswerTo(DbUpdateException exception)
    {
        var inner = (DbException)exception.InnerException!;
        var cause = inner.Data["ConstraintName"] ?? inner.Data["ColumnName"] ?? inner.SqlState ?? SqliteCause(inner.Message);
        return LeadAnswer.Refused(new(IssueCodes.RefusedByDatabase, IssueSeverity.Error) { Arguments = [$"{cause}"] });
    }

    // SQLite names the constraint in its text only, such as: SQLite Error 19: 'NOT NULL constraint failed: Contacts.FirstName'.
    private static string SqliteCause(string message) =>
        message.IndexOf('\'', StringComparison.Ordinal) is >= 0 and var start ? message[start..].Trim('\'', '.') : message;

    // Classes 22 and 23 of the SQL standard: data exceptions and violated constraints. SQLite has no such states.
    private static bool IsOfRow(DbException exception) => exception.SqlState is { } state
        ? state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal)
        : exception.GetType().GetProperty("SqliteErrorCode")?.GetValue(exception) is SqliteConstraint;
}

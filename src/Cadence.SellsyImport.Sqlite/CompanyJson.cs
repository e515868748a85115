namespace Cadence.SellsyImport.Sqlite;

/// <summary>All values of a company as JSON in UTF-8. Two companies are equal if these bytes are equal.</summary>
internal static class CompanyJson
{
    public static byte[] Of(LeadCompany company, Utf8Buffer json)
    {
        json.Clear();
        json.AppendCompany(company);
        return json.Written.ToArray();
    }

    /// <summary>The same for a row, read from the columns from <paramref name="first"/> on, without an intermediate string.</summary>
    public static byte[] Of(SqliteStatement row, int first, Utf8Buffer json)
    {
        json.Clear();
        json.AppendCompany(row, first);
        return json.Written.ToArray();
    }

    public static bool AreSame(LeadCompany one, LeadCompany other) =>
        ReferenceEquals(one, other) || Of(one, new()).AsSpan().SequenceEqual(Of(other, new()));
}

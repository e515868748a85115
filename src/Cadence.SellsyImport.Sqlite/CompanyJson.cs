namespace Cadence.SellsyImport.Sqlite;

/// <summary>All values of a company as JSON in UTF-8. Two companies are the same where these bytes are.</summary>
internal static class CompanyJson
{
    public static byte[] Of(LeadCompany company, Utf8Buffer json)
    {
        json.Clear();
        json.AppendCompany(company);
        return json.Written.ToArray();
    }

    /// <summary>The same of a row, in the columns from <paramref name="first"/> on, without a text between.</summary>
    public static byte[] Of(SqliteStatement row, int first, Utf8Buffer json)
    {
        json.Clear();
        json.AppendCompany(row, first);
        return json.Written.ToArray();
    }

    public static bool AreSame(LeadCompany one, LeadCompany other) =>
        ReferenceEquals(one, other) || Of(one, new()).AsSpan().SequenceEqual(Of(other, new()));
}

namespace HttpSink.Crm;

/// <summary>A contact as the API takes and gives it.</summary>
/// <param name="SellsyId">The id in Sellsy, unique.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="LastName">The last name.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Owner">The id of the user who owns it.</param>
internal sealed record CrmContact(string SellsyId, string? FirstName, string? LastName, string? Email, string Owner)
{
    public string? Note { get; init; }

    public string? Company { get; init; }
}

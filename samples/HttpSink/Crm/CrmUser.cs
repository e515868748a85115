namespace HttpSink.Crm;

/// <summary>A user as the API gives it.</summary>
/// <param name="Id">The id.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="LastName">The last name.</param>
internal sealed record CrmUser(string Id, string FirstName, string LastName);

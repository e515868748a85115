namespace HttpSink.Crm;

/// <summary>Why the API refuses a contact: the body of its answer 422.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Detail">A sentence for the person who imports.</param>
internal sealed record CrmProblem(string Code, string Detail);

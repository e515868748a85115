namespace HttpSink.Crm;

/// <summary>The texts of this host's own code.</summary>
internal static class CrmTexts
{
    public static ImportTexts English { get; } = ImportTexts.English.With(new Dictionary<string, string>
    {
        [$"Issue.{HttpLeadSink.Refused}"] = "Refused by the CRM",
        [$"IssueText.{HttpLeadSink.Refused}"] = "The CRM does not take this contact: {0}",
    });
}

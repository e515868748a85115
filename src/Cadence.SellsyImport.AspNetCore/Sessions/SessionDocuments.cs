namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>The names of the documents of a session.</summary>
internal static class SessionDocuments
{
    /// <summary>What the person has done, and what is being worked on.</summary>
    public const string State = "session";

    /// <summary>The plan of the last preview.</summary>
    public const string Plan = "plan";

    /// <summary>How far the work has come; written by the one that works, whatever its version.</summary>
    public const string Progress = "progress";
}

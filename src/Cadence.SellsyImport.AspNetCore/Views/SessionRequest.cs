using Cadence.SellsyImport.AspNetCore.Sessions;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>What opens a file, and how a person wants it to be read.</summary>
internal sealed record SessionRequest(string? FileId, SessionReading? Reading = null);

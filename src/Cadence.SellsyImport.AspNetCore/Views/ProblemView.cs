namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>Why a job failed.</summary>
internal sealed record ProblemView(string Title, string Detail, string? Code, int Status);

namespace Cadence.SellsyImport.Planning;

/// <summary>A part of the file as the survey found it.</summary>
/// <param name="Start">Where its first row stands.</param>
/// <param name="Records">Its records; none where the preview must read them again.</param>
internal readonly record struct SurveyedBlock(RowPosition Start, PackedRecords? Records);

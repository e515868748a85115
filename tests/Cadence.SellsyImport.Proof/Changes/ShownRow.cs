namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>A row as the preview showed it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Status">Its status.</param>
/// <param name="File">Its cells in the file that was previewed.</param>
/// <param name="Facts">What its lead was shown to be; none where the row is in error.</param>
/// <param name="Owner">The user who was shown; none where the row is in error.</param>
internal sealed record ShownRow(long Number, RowStatus Status, FileRow File, LeadFacts? Facts, CadenceUser? Owner);

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Storage;

/// <summary>
/// The JSON of <see cref="BatchContent"/>. Leads that are created and not refused, which most batches are full of, are columns: written and read
/// several times as fast as objects.
/// </summary>
/// <param name="FirstRow">The first row.</param>
/// <param name="RowOutcomes">The planned outcome of each row.</param>
/// <param name="Next">Where the rows after the batch start.</param>
/// <param name="Rows">The rows of the leads in columns.</param>
/// <param name="Ids">Their contacts.</param>
internal sealed record BatchDocument(long FirstRow, ReadOnlyMemory<byte> RowOutcomes, RowPosition Next, long[] Rows, string[] Ids)
{
    /// <inheritdoc cref="BatchContent.SellsyAccount"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SellsyAccount { get; init; }

    /// <summary>The digests of the leads in columns; null where none has one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long[]? Digests { get; init; }

    /// <summary>The versions of the leads in columns; null where none has one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long[]? Versions { get; init; }

    /// <summary>The leads that are not in columns.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<RecordedLead> Leads { get; init; }

    /// <inheritdoc cref="BatchContent.Undone"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<RecordedUndo> Undone { get; init; }

    /// <inheritdoc cref="BatchContent.BeingUndone"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<RecordedUndo> BeingUndone { get; init; }

    public static BatchDocument Of(BatchContent content)
    {
        // Columns have no gaps: their leads are those of the first one's kind.
        var first = content.Leads.FirstOrDefault(lead => lead.FitsColumns);
        var (hasDigests, hasVersions) = (first?.Digest is not null, first?.Version is not null);
        var columns = content.Leads.RemoveAll(lead => !IsColumn(lead));
        var others = columns.Length == content.Leads.Length ? default : content.Leads.RemoveAll(IsColumn);
        return new(content.FirstRow, content.RowOutcomes, content.Next, [.. columns.Select(lead => lead.Row)], [.. columns.Select(lead => lead.Id)])
        {
            Digests = hasDigests ? [.. columns.Select(lead => lead.Digest!.Value)] : null,
            Versions = hasVersions ? [.. columns.Select(lead => lead.Version!.Value)] : null,
            Leads = others,
            SellsyAccount = content.SellsyAccount.Length > 0 ? content.SellsyAccount : null,
            Undone = content.Undone,
            BeingUndone = content.BeingUndone,
        };

        bool IsColumn(RecordedLead lead) => lead.FitsColumns && (lead.Digest is not null, lead.Version is not null) == (hasDigests, hasVersions);
    }

    public BatchContent ToContent()
    {
        var leads = ImmutableArray.CreateBuilder<RecordedLead>();
        for (var i = 0; i < Rows.Length; i++)
        {
            leads.Add(new(Rows[i], Ids[i]) { Digest = Digests?[i], Version = Versions?[i] });
        }

        leads.AddRange(Leads.IsDefault ? [] : Leads);
        return new(FirstRow, RowOutcomes, Next, leads.DrainToImmutable()) { SellsyAccount = SellsyAccount ?? "", Undone = Undone, BeingUndone = BeingUndone };
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// Writes a plan to bytes and reads it again. The bytes are eight letters and a version, the SHA-256 of the rest, and the rest. The rest is a
/// JSON document with its length, the hashes of the blocks of the file, and the verdicts. Nothing is compressed, so the number of bytes
/// limits the memory for reading them. A plan that was read is written as the same bytes again; an import recognises its plan by them.
/// </summary>
internal static class PlanFile
{
    public const int Version = 3;

    private const int HeaderLength = 8 + sizeof(int) + SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Magic => "CdSiPlan"u8;

    public static byte[] Write(ImportPlan plan, RowSelection selection)
    {
        using var file = new MemoryStream();
        file.Write(new byte[HeaderLength]);
        using var writer = new BinaryWriter(file);
        var json = JsonSerializer.SerializeToUtf8Bytes(DocumentOf(plan, selection), PlanJson.Relaxed.PlanDocument);
        writer.Write(json.Length);
        writer.Write(json);
        plan.Blocks.Write(writer);
        VerdictsFile.Write(writer, plan.Verdicts);
        var bytes = file.ToArray();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(Magic.Length), Version);
        SHA256.HashData(bytes.AsSpan(HeaderLength), bytes.AsSpan(Magic.Length + sizeof(int)));
        return bytes;
    }

    /// <exception cref="SellsyImportException">The bytes are no plan, or damaged, or of another version.</exception>
    public static PlannedSelection Read(ReadOnlyMemory<byte> bytes)
    {
        CheckHeader(bytes.Span);
        try
        {
            var reader = new ByteReader(bytes.Span[HeaderLength..]);
            var document = JsonSerializer.Deserialize(reader.ReadBytes(reader.ReadInt32()), PlanJson.Relaxed.PlanDocument);
            ByteReader.Require(document is not null);
            var blocks = BlockHashes.Read(ref reader, document!.FileLength);
            var verdicts = VerdictsFile.Read(ref reader);
            ByteReader.Require(reader.Left == 0);
            PlanCheck.Check(document, verdicts);
            return new(PlanOf(document, blocks, verdicts), SelectionOf(document.Selection)) { Bytes = bytes };
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or ArgumentException or InvalidOperationException)
        {
            // The text of the JSON library's own exceptions may hold names of people, so it is not passed on.
            throw new SellsyImportException(ErrorCodes.PlanUnreadable, "inner structure");
        }
    }

    /// <summary>Reads the bytes of a plan; bytes that start as no plan does are not read to their end.</summary>
    /// <exception cref="SellsyImportException">The bytes are no plan, or damaged, or of another version.</exception>
    public static async Task<PlannedSelection> ReadAsync(Stream source, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderLength];
        var length = await source.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        CheckVersion(header.AsSpan(0, length));
        using var bytes = new MemoryStream();
        bytes.Write(header);
        await source.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        return Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }

    private static void CheckHeader(ReadOnlySpan<byte> bytes)
    {
        CheckVersion(bytes);
        if (!SHA256.HashData(bytes[HeaderLength..]).AsSpan().SequenceEqual(bytes.Slice(Magic.Length + sizeof(int), SHA256.HashSizeInBytes)))
        {
            throw new SellsyImportException(ErrorCodes.PlanUnreadable, "checksum");
        }
    }

    private static void CheckVersion(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || !bytes.StartsWith(Magic))
        {
            throw new SellsyImportException(ErrorCodes.PlanUnreadable, "no plan");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[Magic.Length..]);
        if (version != Version)
        {
            throw new SellsyImportException(
                ErrorCodes.PlanOfAnotherVersion,
                version.ToString(CultureInfo.InvariantCulture),
                Version.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static RowSelection SelectionOf(string text) =>
        RowSelection.TryParse(text, out var selection) ? selection : throw new InvalidDataException();

    private static PlanDocument DocumentOf(ImportPlan plan, RowSelection selection) => new(
        plan.Id,
        plan.FileName,
        plan.FileHash,
        plan.FileLength,
        plan.SellsyAccount,
        plan.Format,
        [.. plan.Mapping.Assignments.Select(AssignmentDocument.Of)],
        plan.Mapping.Hash,
        OverridesDocument.Of(plan.Overrides),
        plan.Facts.ToDocument(),
        plan.RepeatedContacts,
        plan.Owners,
        plan.Decisions.All.ToDictionary(StringComparer.Ordinal),
        plan.Decisions.BlankUserId,
        plan.Decisions.UnknownUserId,
        CorrectionsDocument.Of(plan.Corrections),
        plan.SettingsHash,
        plan.Counts,
        plan.PolicyCounts,
        plan.Issues,
        plan.Causes,
        plan.CausesLeftOut,
        plan.RowsByOwner,
        plan.Index,
        plan.Findings,
        plan.RuleIssues.All,
        plan.ExistingLeads,
        selection.ToString())
    {
        Matches = MatchesDocument.Of(plan.Matches),
    };

    private static ImportPlan PlanOf(PlanDocument document, BlockHashes blocks, PlanVerdicts verdicts)
    {
        var mapping = FieldMapping.Of([.. document.Mapping.Select(assignment => assignment.ToAssignment())]);
        ByteReader.Require(mapping.Hash == document.MappingHash && blocks.FileHash == document.FileHash);
        return new(verdicts, blocks)
        {
            Id = document.Id,
            FileName = document.FileName,
            FileHash = document.FileHash,
            FileLength = document.FileLength,
            SellsyAccount = document.SellsyAccount,
            Format = document.Format,
            Mapping = mapping,
            Overrides = document.Overrides.ToOverrides(),
            Facts = ExportFacts.Of(document.Facts),
            RepeatedContacts = document.RepeatedContacts,
            Owners = document.Owners,
            Decisions = OwnerDecisions.Of(document.Decisions, document.BlankUserId, document.UnknownUserId),
            Corrections = document.Corrections.ToCorrections(),
            SettingsHash = document.SettingsHash,
            Counts = document.Counts,
            PolicyCounts = document.PolicyCounts,
            Issues = document.Issues,
            Causes = document.Causes,
            CausesLeftOut = document.CausesLeftOut,
            RowsByOwner = document.RowsByOwner,
            Index = document.Index,
            Findings = document.Findings,
            RuleIssues = RuleIssues.Of(document.RuleIssues),
            Matches = document.Matches?.ToMatches(verdicts) ?? LeadMatches.None,
            ExistingLeads = document.ExistingLeads,
        };
    }
}

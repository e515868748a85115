using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Cadence.SellsyImport.Planning;

/// <summary>
/// Writes a plan to bytes and reads it again: eight letters and a version, the SHA-256 of the rest, and the rest deflated: a JSON document
/// with its length, then the verdicts.
/// </summary>
internal static class PlanFile
{
    private const int Version = 1;
    private const int HeaderLength = 8 + sizeof(int) + SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Magic => "CdSiPlan"u8;

    public static byte[] Write(ImportPlan plan, RowSelection selection)
    {
        using var file = new MemoryStream();
        file.Write(new byte[HeaderLength]);
        using (var deflated = new DeflateStream(file, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(deflated))
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(DocumentOf(plan, selection), PlanJson.Relaxed.PlanDocument);
            writer.Write(json.Length);
            writer.Write(json);
            VerdictsFile.Write(writer, plan.Verdicts);
        }

        var bytes = file.ToArray();
        Magic.CopyTo(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(Magic.Length), Version);
        SHA256.HashData(bytes.AsSpan(HeaderLength), bytes.AsSpan(Magic.Length + sizeof(int)));
        return bytes;
    }

    /// <exception cref="SellsyImportException">The bytes are no plan, or damaged, or of another version.</exception>
    public static SavedPlan Read(ReadOnlyMemory<byte> bytes)
    {
        CheckHeader(bytes.Span);
        try
        {
            using var deflated = new DeflateStream(new MemoryStream(bytes[HeaderLength..].ToArray()), CompressionMode.Decompress);
            using var reader = new BinaryReader(deflated);
            var document = JsonSerializer.Deserialize(reader.ReadBytes(reader.ReadInt32()), PlanJson.Relaxed.PlanDocument)!;
            return new(PlanOf(document, VerdictsFile.Read(reader)), SelectionOf(document.Selection));
        }
        catch (Exception exception) when (exception is JsonException or IOException or InvalidDataException or ArgumentException or OverflowException)
        {
            // The text of the JSON library's own exceptions may hold names of people, so it is not passed on.
            throw new SellsyImportException(ErrorCodes.PlanUnreadable, "inner structure");
        }
    }

    private static void CheckHeader(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || !bytes.StartsWith(Magic))
        {
            throw new SellsyImportException(ErrorCodes.PlanUnreadable, "no plan");
        }

        var version = BitConverter.ToInt32(bytes[Magic.Length..]);
        if (version != Version)
        {
            throw new SellsyImportException(
                ErrorCodes.PlanOfAnotherVersion,
                version.ToString(CultureInfo.InvariantCulture),
                Version.ToString(CultureInfo.InvariantCulture));
        }

        if (!SHA256.HashData(bytes[HeaderLength..]).AsSpan().SequenceEqual(bytes.Slice(Magic.Length + sizeof(int), SHA256.HashSizeInBytes)))
        {
            throw new SellsyImportException(ErrorCodes.PlanUnreadable, "checksum");
        }
    }

    private static RowSelection SelectionOf(string text) =>
        RowSelection.TryParse(text, out var selection) ? selection : throw new InvalidDataException();

    private static PlanDocument DocumentOf(ImportPlan plan, RowSelection selection) => new(
        plan.FileName,
        plan.FileHash,
        plan.FileLength,
        plan.Format,
        [.. plan.Mapping.Assignments.Select(AssignmentDocument.Of)],
        plan.Mapping.Hash,
        plan.Facts.ToDocument(),
        plan.RepeatedContacts,
        plan.Owners,
        plan.SettingsHash,
        plan.Counts,
        plan.PolicyCounts,
        plan.Issues,
        plan.Findings,
        plan.ExistingLeads,
        selection.ToString());

    private static ImportPlan PlanOf(PlanDocument document, PlanVerdicts verdicts)
    {
        var mapping = document.Mapping.Aggregate(FieldMapping.Empty, (mapping, assignment) => assignment.AddTo(mapping));
        return mapping.Hash != document.MappingHash ? throw new InvalidDataException() : new(verdicts)
        {
            FileName = document.FileName,
            FileHash = document.FileHash,
            FileLength = document.FileLength,
            Format = document.Format,
            Mapping = mapping,
            Facts = ExportFacts.Of(document.Facts),
            RepeatedContacts = document.RepeatedContacts,
            Owners = document.Owners,
            SettingsHash = document.SettingsHash,
            Counts = document.Counts,
            PolicyCounts = document.PolicyCounts,
            Issues = document.Issues,
            Findings = document.Findings,
            ExistingLeads = document.ExistingLeads,
        };
    }
}

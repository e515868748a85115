using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Hashes what decides how a row becomes a lead: every field with its rules and its column or constant. Each text is written with its
/// length, so that no two mappings are spelt the same.
/// </summary>
internal static class MappingHash
{
    public static string Of(ImmutableArray<FieldAssignment> assignments)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assignment in assignments.OrderBy(assignment => assignment.Field.Name, StringComparer.Ordinal))
        {
            var field = assignment.Field;
            Append(hash, field.Name);
            Append(hash, (int)field.Kind);
            Append(hash, field.IsMandatory ? 1 : 0);
            Append(hash, field.MaxLength ?? -1);
            Append(hash, assignment.Column?.Index ?? -1);
            Append(hash, assignment.Column?.Heading ?? assignment.Constant ?? "");
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}

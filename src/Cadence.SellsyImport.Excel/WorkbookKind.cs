using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Excel;

/// <summary>Recognises the files that are taken for workbooks of this kind.</summary>
internal static class WorkbookKind
{
    private const int StartSize = 4096;
    private const int SectorShiftAt = 30;
    private const int DirectoryAt = 48;

    /// <summary>The name of the stream that holds a workbook under a password ([MS-OFFCRYPTO] 2.3.4.4).</summary>
    private static readonly byte[] Encrypted = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Refuses a file that is no archive.</summary>
    /// <exception cref="SellsyImportException">The file is empty or of another kind.</exception>
    public static void Check(Stream file, string fileName)
    {
        file.Position = 0;
        var bytes = new byte[StartSize];
        ReadOnlySpan<byte> start = bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        if (start.IsEmpty)
        {
            throw new SellsyImportException(ErrorCodes.FileEmpty, fileName);
        }

        if (!start.StartsWith("PK"u8))
        {
            var kind = FileKinds.Recognise(start) ?? (LooksLikeText(start) ? "csv" : "unknown");
            throw OfAnotherKind(fileName, kind == "xls" && IsEncrypted(file, start) ? "encrypted" : kind);
        }
    }

    /// <summary>Refuses an archive that is no workbook with sheets in XML.</summary>
    /// <exception cref="SellsyImportException">The archive is of another kind.</exception>
    public static void Check(WorkbookPackage package, string workbook)
    {
        if (package.Has("mimetype") && package.Start("mimetype", StartSize).Contains("opendocument", StringComparison.Ordinal))
        {
            throw OfAnotherKind(package.FileName, "ods");
        }

        if (workbook.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) || package.Has("xl/workbook.bin"))
        {
            throw OfAnotherKind(package.FileName, "xlsb");
        }

        if (package.Has("word/document.xml"))
        {
            throw OfAnotherKind(package.FileName, "docx");
        }

        if (!package.Has(workbook))
        {
            throw OfAnotherKind(package.FileName, "zip");
        }
    }

    private static SellsyImportException OfAnotherKind(string fileName, string kind) => new(ErrorCodes.WorkbookOfAnotherKind, fileName, kind);

    private static bool LooksLikeText(ReadOnlySpan<byte> start) =>
        !start.Contains((byte)0) || start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>Whether the directory of a compound file has the stream of a workbook under a password ([MS-CFB] 2.2 and 2.6).</summary>
    private static bool IsEncrypted(Stream file, ReadOnlySpan<byte> start)
    {
        if (start.Length < DirectoryAt + sizeof(uint))
        {
            return false;
        }

        var sector = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(start[DirectoryAt..]);
        var position = (sector + 1L) << (start[SectorShiftAt] == 12 ? 12 : 9);
        if (position >= file.Length)
        {
            return false;
        }

        file.Position = position;
        var directory = new byte[StartSize];
        var read = file.ReadAtLeast(directory, directory.Length, throwOnEndOfStream: false);
        return directory.AsSpan(0, read).IndexOf(Encrypted) >= 0;
    }
}

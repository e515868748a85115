using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// A file that was opened once and is read at any place, by several readings at once. Its length is decided at the opening. Whole blocks are
/// read, and each of them is compared with what was read of it before: so all readings see the same bytes. Thread-safe.
/// </summary>
internal sealed class SourceFile : IAsyncDisposable
{
    private const int BlocksPerRead = 4;

    private readonly Stream _stream;
    private readonly bool _ownsStream;
    private readonly long _origin;
    private readonly SafeFileHandle? _handle;
    private readonly SemaphoreSlim _gate;
    private readonly BlockHashes? _hashes;
    private readonly string _changedCode;
    private IConvertedStream? _converted;

    private SourceFile(
        string name, Stream stream, bool ownsStream, long origin, long length, SemaphoreSlim gate, BlockHashes? hashes, string changedCode)
    {
        (Name, _stream, _ownsStream, _origin, Length) = (name, stream, ownsStream, origin, length);
        (_gate, _hashes, _changedCode) = (gate, hashes, changedCode);

        // A class that derives from FileStream may give other bytes than its file has.
        _handle = stream is SpooledCopyReader || stream.GetType() == typeof(FileStream) ? ((FileStream)stream).SafeFileHandle : null;
    }

    /// <summary>The name of the file, for errors.</summary>
    public string Name { get; }

    /// <summary>The bytes from where the stream stood at the opening to its end. What is appended later is not read.</summary>
    public long Length { get; }

    /// <summary>Whether readings do not wait for each other, so that several at once are faster than one.</summary>
    public bool CanReadInParallel => _handle is not null || _stream is MemoryStream;

    /// <summary>Opens a source: one stream, which is disposed with this file. A stream that cannot seek is copied first, and disposed.</summary>
    /// <param name="source">The source.</param>
    /// <param name="expected">The blocks that a plan was made of; null if there is no plan yet.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="SellsyImportException">The source cannot be read, or has another length than the file of the plan.</exception>
    public static async ValueTask<SourceFile> OpenAsync(ImportSource source, BlockHashes? expected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        cancellationToken.ThrowIfCancellationRequested();
        var stream = await source.OpenAsync(cancellationToken).ConfigureAwait(false);
        var converted = stream as IConvertedStream;
        try
        {
            if (!stream.CanSeek)
            {
                var copy = await SpooledStream.CreateAsync(stream, source.Name, cancellationToken).ConfigureAwait(false);
                var copied = stream;
                stream = copy;
                await copied.DisposeAsync().ConfigureAwait(false);
            }

            var (origin, length) = PlaceOf(stream, source.Name);
            if (expected is not null && expected.Length != length)
            {
                throw new SellsyImportException(ErrorCodes.PlanOfAnotherFile, source.Name);
            }

            var code = expected is null ? ErrorCodes.FileChanged : ErrorCodes.PlanOfAnotherFile;
            return new(source.Name, stream, ownsStream: true, origin, length, new(1), expected ?? new(length), code) { _converted = converted };
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Wraps the stream of a caller, which stays the caller's. Nothing is compared, and a copy of a stream that cannot seek is disposed.</summary>
    public static async ValueTask<SourceFile> OfAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        var copy = stream.CanSeek ? null : await SpooledStream.CreateAsync(stream, name, cancellationToken).ConfigureAwait(false);
        var (origin, length) = PlaceOf(copy ?? stream, name);
        return new(name, copy ?? stream, ownsStream: copy is not null, origin, length, new(1), hashes: null, ErrorCodes.FileChanged);
    }

    /// <summary>The same file as if it ended at this byte. Its bytes are compared for themselves; it must not be used after this file is disposed.</summary>
    public SourceFile EndingAt(long end) =>
        new(Name, _stream, ownsStream: false, _origin, end, _gate, new(end), ErrorCodes.FileChanged) { _converted = _converted };

    /// <summary>The format of an export of this file. If the file was converted, it is that of the original.</summary>
    public ExportFormat FormatOf(ISellsyExport export) => _converted is null ? export.Format : export.Format with
    {
        HeadingLines = OriginalLinesOf(export.Format.HeadingLines),
        Findings =
        [
            .. _converted.Findings,
            .. export.Format.Findings.Where(finding =>
                finding.Code is not (IssueCodes.EncodingFound or IssueCodes.SeparatorFound or IssueCodes.SeparatorDeclared)),
        ],
    };

    /// <summary>A row of this file with its place in the original, from which the file may have been converted.</summary>
    public SellsyRow PlaceOf(SellsyRow row) => _converted is null ? row : row.On(OriginalLinesOf(row.Lines));

    /// <summary>Opens the file as an export, by a reader that may be the host's own.</summary>
    public async ValueTask<ISellsyExport> OpenAsync(ISellsyCsvReader reader, ReadingOverrides overrides, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.OpenAsync(new SourceStream(this), Name, OfText(overrides), cancellationToken).ConfigureAwait(false);
        }
        catch (SellsyImportException exception) when (IsAboutAnotherSheet(exception.Code, out var sheets))
        {
            throw new SellsyImportException(ErrorCodes.SheetWithoutHeadings, exception, [Name, .. sheets.Arguments]);
        }
    }

    /// <summary>Fills a buffer.</summary>
    /// <param name="offset">The place in the file: the start of a block.</param>
    /// <param name="buffer">Room for whole blocks, or for all bytes up to the end of the file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="SellsyImportException">The file cannot be read, ends early, or has other bytes than before.</exception>
    public async ValueTask ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var read = 0;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_handle is not null)
            {
                int count;
                while (read < buffer.Length && (count = RandomAccess.Read(_handle, buffer.Span[read..], _origin + offset + read)) > 0)
                {
                    read += count;
                }
            }
            else
            {
                await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    int count;
                    Seek(_origin + offset);
                    while (read < buffer.Length && (count = await _stream.ReadAsync(buffer[read..], cancellationToken).ConfigureAwait(false)) > 0)
                    {
                        read += count;
                    }
                }
                finally
                {
                    _gate.Release();
                }
            }
        }
        catch (Exception exception) when (exception is not SellsyImportException)
        {
            // The body of a request that was given up fails in its own way.
            cancellationToken.ThrowIfCancellationRequested();
            throw new SellsyImportException(ErrorCodes.FileUnreadable, exception, Name, Number(offset + read));
        }

        if ((read < buffer.Length ? offset + read : _hashes?.FindChanged(offset, buffer.Span)) is { } changed)
        {
            throw _changedCode == ErrorCodes.FileChanged
                ? new SellsyImportException(ErrorCodes.FileChanged, Name, Number(changed))
                : new SellsyImportException(_changedCode, Name);
        }
    }

    /// <summary>Reads the blocks that no reading needed, so that the hashes of all blocks are known.</summary>
    public async Task<BlockHashes> HashRestAsync(CancellationToken cancellationToken)
    {
        var hashes = _hashes!;
        await ReadAsync(hashes.IsKnown, cancellationToken).ConfigureAwait(false);
        return hashes;
    }

    /// <summary>Reads the whole file, to refuse one that is not the file of the plan.</summary>
    public Task CheckAsync(CancellationToken cancellationToken) => ReadAsync(_ => false, cancellationToken);

    public ValueTask DisposeAsync() => _ownsStream ? _stream.DisposeAsync() : ValueTask.CompletedTask;

    private static (long Origin, long Length) PlaceOf(Stream stream, string name)
    {
        try
        {
            return (stream.Position, Math.Max(0, stream.Length - stream.Position));
        }
        catch (IOException exception)
        {
            throw new SellsyImportException(ErrorCodes.FileUnreadable, exception, name, "0");
        }
    }

    /// <summary>Whether a sheet that is no list was read of a workbook with others, which the finding names.</summary>
    private bool IsAboutAnotherSheet(string code, [NotNullWhen(true)] out ImportIssue? sheets)
    {
        sheets = code is ErrorCodes.FileEmpty or ErrorCodes.FileWithoutRows or ErrorCodes.HeadingsNotFound
            ? _converted?.Findings.FirstOrDefault(finding => finding.Code == IssueCodes.SheetChosen)
            : null;
        return sheets is not null;
    }

    /// <summary>The overrides for the text. A converted file has an encoding and a separator that nobody chose, and the heading row is that of the original.</summary>
    private ReadingOverrides OfText(ReadingOverrides overrides) => _converted is null ? overrides : overrides with
    {
        Encoding = null,
        Separator = null,
        HeadingRow = overrides.HeadingRow is { } row ? (int)Math.Min(int.MaxValue, FirstLineOf(row)) : null,
    };

    /// <summary>The first line of the text that comes from a line of the original; lines never go back.</summary>
    private long FirstLineOf(long original)
    {
        var (low, high) = (1L, Length + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = _converted!.OriginalLineOf(middle) < original ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private LineRange OriginalLinesOf(LineRange lines) => new(_converted!.OriginalLineOf(lines.First), _converted.OriginalLineOf(lines.Last));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task ReadAsync(Func<long, bool> isLeftOut, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BlocksPerRead * BlockHashes.BlockSize);
        try
        {
            for (var offset = 0L; offset < Length;)
            {
                var size = 0L;
                while (size < BlocksPerRead * BlockHashes.BlockSize && offset + size < Length && !isLeftOut(offset + size))
                {
                    size += BlockHashes.BlockSize;
                }

                if (size > 0)
                {
                    await ReadAsync(offset, buffer.AsMemory(0, (int)Math.Min(size, Length - offset)), cancellationToken).ConfigureAwait(false);
                }

                offset += Math.Max(size, BlockHashes.BlockSize);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Seek(long position)
    {
        if (_stream.Position != position)
        {
            _stream.Position = position;
        }
    }
}

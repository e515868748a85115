using System.Text;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class PromptReturnTests
{
    private const string Csv = "ID Sellsy;Prénom;Nom;Propriétaire\r\n1;Anne;Petit;Marie Durand\r\n2;;Grand;Marie Durand\r\n3;Zoé;Tard;Marie Durand\r\n";

    public static TheoryData<string> Calls =>
        ["Open", "PreviewFirstRows", "Preview", "ReadPreview", "Add", "ReadReport", "WriteRejectedRows", "Resume", "ReadHistory", "Undo"];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_returns_before_its_file_or_its_store_answers_and_leaves_the_callers_context_alone(string call)
    {
        using var gate = new ManualResetEventSlim(initialState: true);
        var context = new RecordingContext();
        void Pass()
        {
            gate.Wait(ImportHost.Cancellation);
            context.Check();
        }

        var file = new TrackedSource(Encoding.UTF8.GetBytes(Csv)) { OnRead = Pass };
        var sink = new FaultInjectingLedgerSink(new InMemoryLedgerSink(), 0) { OnCall = _ => Pass() };
        using var host = new ImportHost(sink: sink, register: HookedResolver.Register(Pass), configure: options => options.BatchSize = 1);
        var importer = host.Importer;
        var plan = await host.PreviewAsync(file.Source);
        var report = await AddAsync(host, file.Source, plan, isInterrupted: call == "Resume");
        var import = await host.History.ReadAsync(ImportHost.Cancellation).SingleAsync(ImportHost.Cancellation);
        using var rejected = new MemoryStream();

        gate.Reset();
        var task = context.Start(() => call switch
        {
            "Open" => importer.OpenAsync(file.Source, ImportHost.Cancellation),
            "PreviewFirstRows" => importer.PreviewFirstRowsAsync(file.Source, plan.Mapping, cancellationToken: ImportHost.Cancellation),
            "Preview" => importer.PreviewAsync(file.Source, plan.Mapping, cancellationToken: ImportHost.Cancellation),
            "ReadPreview" => CountAsync(importer.ReadPreviewAsync(file.Source, plan, cancellationToken: ImportHost.Cancellation)),
            "Add" => importer.AddAsync(file.Source, plan, cancellationToken: ImportHost.Cancellation),
            "ReadReport" => CountAsync(importer.ReadReportAsync(file.Source, report!, cancellationToken: ImportHost.Cancellation)),
            "WriteRejectedRows" => importer.WriteRejectedRowsAsync(file.Source, report!, rejected, ImportTexts.English, ImportHost.Cancellation),
            "Resume" => host.History.ResumeAsync(import.Import.ImportId, file.Source, cancellationToken: ImportHost.Cancellation),
            "ReadHistory" => CountAsync(host.History.ReadAsync(ImportHost.Cancellation)),
            "Undo" => host.History.UndoAsync(import.Import.ImportId, cancellationToken: ImportHost.Cancellation),
            _ => throw new InvalidOperationException(call),
        });

        Assert.False(task.IsCompleted, "The file or the store has not answered yet.");
        gate.Set();
        await task;
        Assert.Equal(0, context.Uses);
    }

    [Fact]
    public async Task A_source_that_blocks_while_it_is_opened_does_not_block_the_caller()
    {
        using var gate = new ManualResetEventSlim();
        using var host = new ImportHost();
        var opening = host.Importer.OpenAsync(
            ImportSource.From("contacts.csv", cancellationToken =>
            {
                gate.Wait(cancellationToken);
                return ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(Csv)));
            }),
            ImportHost.Cancellation);

        Assert.False(opening.IsCompleted);
        gate.Set();
        Assert.Equal(3, (await opening).Sample.Length);
    }

    /// <summary>Counts without a context, as the part of the caller that stands outside of it.</summary>
    private static async Task CountAsync<T>(IAsyncEnumerable<T> items)
    {
        var count = 0;
        await foreach (var item in items.ConfigureAwait(false))
        {
            count++;
        }

        Assert.NotEqual(0, count);
    }

    private static async Task<ImportReport?> AddAsync(ImportHost host, ImportSource source, ImportPlan plan, bool isInterrupted)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(ImportHost.Cancellation);
        var progress = new RecordingProgress<ImportProgress>(value =>
        {
            if (isInterrupted && value.RowsAdded == 1)
            {
                stopping.Cancel();
            }
        });
        var adding = host.Importer.AddAsync(source, plan, progress: progress, cancellationToken: stopping.Token);
        if (!isInterrupted)
        {
            return await adding;
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => adding);
        return null;
    }

    private sealed class RecordingContext : SynchronizationContext
    {
        private int _uses;

        public int Uses => Volatile.Read(ref _uses);

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _uses);
            base.Post(d, state);
        }

        public override void Send(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _uses);
            base.Send(d, state);
        }

        /// <summary>Counts a use if the calling thread runs in this context.</summary>
        public void Check() => Interlocked.Add(ref _uses, ReferenceEquals(Current, this) ? 1 : 0);

        public Task Start(Func<Task> call)
        {
            var before = Current;
            SetSynchronizationContext(this);
            try
            {
                return call();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }
    }
}

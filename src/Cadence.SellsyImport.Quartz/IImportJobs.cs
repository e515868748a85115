namespace Cadence.SellsyImport.Quartz;

/// <summary>Imports as jobs that any node of the cluster runs, and that survive each of them. What a host injects. Thread-safe.</summary>
/// <remarks>Every call throws <see cref="SellsyImportException"/> where the file, the mapping or the database cannot be used.</remarks>
public interface IImportJobs
{
    /// <summary>
    /// Stores a file, and enqueues its import. When the call has returned, the import is run to its end, whatever ends. The node that runs it previews the
    /// file and adds every row that can be added. The same id again enqueues nothing, unless the import has failed: then it is tried again.
    /// </summary>
    /// <param name="source">The file. Its bytes are stored, so it may be deleted afterwards.</param>
    /// <param name="mapping">The mapping; null for the one that is suggested for the file.</param>
    /// <param name="options">The id, the customer, what a person decided; nothing by default.</param>
    /// <param name="cancellationToken">Cancels before the import is enqueued.</param>
    /// <returns>The id of the import.</returns>
    /// <exception cref="ArgumentException">The options hold corrections, which belong to a plan, or the customer's name is too long.</exception>
    /// <exception cref="SellsyImportException">
    /// The file is no Sellsy export, or the id is that of an import of another file, mapping, policy or account: <see cref="ErrorCodes.ImportIdTaken"/>.
    /// </exception>
    Task<string> EnqueueAsync(
        ImportSource source, FieldMapping? mapping, ImportJobOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Enqueues the undo of an import. An import that runs is undone when its lease is free.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="customer">The customer; null for the host's own importer.</param>
    /// <param name="cancellationToken">Cancels before the undo is enqueued.</param>
    /// <returns>A task that ends when the undo is enqueued.</returns>
    Task UndoAsync(string importId, string? customer = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Cancels an import, whether it waits or runs on any node. What it has written stays, and can be undone. An import that is finished by then stays
    /// finished.
    /// </summary>
    /// <param name="importId">The import.</param>
    /// <param name="customer">The customer; null for the host's own importer.</param>
    /// <param name="cancellationToken">Cancels before the request is stored.</param>
    /// <returns>A task that ends when the request is stored.</returns>
    Task CancelAsync(string importId, string? customer = null, CancellationToken cancellationToken = default);

    /// <summary>Repeats an import at the times of its schedule, in the place of an earlier one of its name.</summary>
    /// <param name="import">What is repeated, and when.</param>
    /// <param name="cancellationToken">Cancels before it is stored.</param>
    /// <returns>A task that ends when it is stored.</returns>
    /// <exception cref="ArgumentException">
    /// The name is too long, the schedule is no cron expression, or not exactly one of folder and link is set; a link is neither <c>http</c> nor <c>https</c>.
    /// </exception>
    Task ScheduleAsync(RecurringImport import, CancellationToken cancellationToken = default);

    /// <summary>Ends a recurring import; an unknown name is ignored. Imports that it has enqueued go on.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="customer">The customer; null for the host's own importer.</param>
    /// <param name="cancellationToken">Cancels before the end is stored.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task UnscheduleAsync(string name, string? customer = null, CancellationToken cancellationToken = default);

    /// <summary>The recurring imports, with their alarms.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The recurring imports, by customer and name.</returns>
    Task<IReadOnlyList<RecurringImport>> ReadRecurringAsync(CancellationToken cancellationToken = default);

    /// <summary>All jobs, newest first, with the node that runs them and its rate.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The jobs.</returns>
    Task<IReadOnlyList<ImportJobInfo>> ReadAsync(CancellationToken cancellationToken = default);
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cadence.SellsyImport.AspNetCore.Work;
using Cadence.SellsyImport.Storage;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Sessions;

/// <summary>Reads and changes sessions. Nothing that counts stays in memory; what does is only read again sooner.</summary>
internal sealed class SessionService(
    PageStores stores, PageFiles files, JobQueue queue, IOptions<SellsyImportOptions> options, TimeProvider time)
{
    private const int MostRemembered = 64;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, ExportOverview> _overviews = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Of, ImportPlan Plan)> _plans = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImportReport> _reports = new(StringComparer.Ordinal);

    public static PreviewOptions OptionsOf(ImportSession session) => new()
    {
        Decisions = session.Decisions.ToOwners(),
        MatchDecisions = session.Decisions.ToMatches(),
        Corrections = session.Corrections.ToCorrections(),
        Overrides = session.Reading.ToOverrides(),
    };

    public ImportSource SourceOf(ImportSession session) => files.SourceOf(session.FileName, session.FileId, session.Reading.Sheet);

    /// <summary>The session with its version; null if there is none.</summary>
    public async ValueTask<(ImportSession Session, long Version)?> ReadAsync(string id, CancellationToken cancellationToken) =>
        await stores.Sessions.ReadAsync(id, SessionDocuments.State, cancellationToken).ConfigureAwait(false) is { } document
            ? (JsonSerializer.Deserialize(document.Bytes.Span, SessionJson.Default.ImportSession)!, document.Version)
            : null;

    /// <summary>A session of a user; null for one of another user, as if it were not there.</summary>
    public async ValueTask<(ImportSession Session, long Version)?> ReadOfAsync(string id, string user, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken).ConfigureAwait(false) is { } found && found.Session.User == user ? found : null;

    public async ValueTask<(ImportSession Session, long Version)> CreateAsync(ImportSession session, CancellationToken cancellationToken)
    {
        var version = await WriteAsync(session, expected: 0, cancellationToken).ConfigureAwait(false);
        return (session, version ?? throw new InvalidOperationException("The id of a session is not new."));
    }

    /// <summary>Writes a session that still has a version; null where it has another one.</summary>
    public ValueTask<long?> WriteAsync(ImportSession session, long expected, CancellationToken cancellationToken) =>
        stores.Sessions.WriteAsync(session.Id, SessionDocuments.State, JsonSerializer.SerializeToUtf8Bytes(session, SessionJson.Default.ImportSession), expected, cancellationToken);

    /// <summary>Changes a session whatever its version is.</summary>
    public async ValueTask<(ImportSession Session, long Version)?> UpdateAsync(
        string id, Func<ImportSession, ImportSession> change, CancellationToken cancellationToken)
    {
        while (await ReadAsync(id, cancellationToken).ConfigureAwait(false) is { } found)
        {
            var changed = change(found.Session);
            if (ReferenceEquals(changed, found.Session))
            {
                return found;
            }

            if (await WriteAsync(changed, found.Version, cancellationToken).ConfigureAwait(false) is { } version)
            {
                return (changed, version);
            }
        }

        return null;
    }

    /// <summary>Starts a job, unless one is running already or it is not needed.</summary>
    /// <param name="id">The session.</param>
    /// <param name="kind">What is to be done.</param>
    /// <param name="isNeeded">Whether the session still needs it.</param>
    /// <param name="shows">Whether who asks for it sees the session at its version.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The session with the job; null if it is gone, or is another one than who asks for the job sees.</returns>
    public async ValueTask<(ImportSession Session, long Version)?> StartAsync(
        string id, JobKind kind, Func<ImportSession, bool> isNeeded, Func<long, bool> shows, CancellationToken cancellationToken)
    {
        while (await ReadAsync(id, cancellationToken).ConfigureAwait(false) is { } found)
        {
            var session = found.Session;
            if (session.Job?.State == JobState.Running || !isNeeded(session))
            {
                return found;
            }

            if (!shows(found.Version))
            {
                return null;
            }

            var token = StoredFile.NewId();
            var started = (kind == JobKind.Preview ? session.WithoutPlan(hasSameRows: true) : session) with { Job = new(kind, JobState.Running, token, time.GetUtcNow()) };
            if (await WriteAsync(started, found.Version, cancellationToken).ConfigureAwait(false) is { } version)
            {
                await WriteProgressAsync(id, new(token, time.GetUtcNow(), 0, 0, 0, 0), cancellationToken).ConfigureAwait(false);
                queue.Add(id, token);
                return (started, version);
            }
        }

        return null;
    }

    /// <summary>Takes up a job whose server has not been heard of for a while, unless that is this one, which still does it.</summary>
    public async ValueTask<(ImportSession Session, long Version)> TakeUpAsync(
        (ImportSession Session, long Version) found, SessionProgress? progress, CancellationToken cancellationToken)
    {
        if (found.Session.Job is not { State: JobState.Running } job || (progress?.Token == job.Token && time.GetUtcNow() - progress.At < Silence))
        {
            return found;
        }

        if (progress?.Token != job.Token && time.GetUtcNow() - job.StartedAt < Silence)
        {
            return found;
        }

        if (queue.Has(found.Session.Id))
        {
            // Its progress could not be written for a while, or it waits for a worker. Two runs at once could write the same rows twice.
            return found;
        }

        var taken = found.Session with { Job = job with { Token = StoredFile.NewId(), StartedAt = time.GetUtcNow() } };
        if (await WriteAsync(taken, found.Version, cancellationToken).ConfigureAwait(false) is not { } version)
        {
            return await ReadAsync(taken.Id, cancellationToken).ConfigureAwait(false) ?? found;
        }

        queue.Add(taken.Id, taken.Job.Token);
        return (taken, version);
    }

    public async ValueTask WriteProgressAsync(string id, SessionProgress progress, CancellationToken cancellationToken) =>
        await stores.Sessions.WriteAsync(
            id, SessionDocuments.Progress, JsonSerializer.SerializeToUtf8Bytes(progress, SessionJson.Default.SessionProgress), expectedVersion: null, cancellationToken)
            .ConfigureAwait(false);

    public async ValueTask<SessionProgress?> ProgressAsync(string id, CancellationToken cancellationToken) =>
        await stores.Sessions.ReadAsync(id, SessionDocuments.Progress, cancellationToken).ConfigureAwait(false) is { } document
            ? JsonSerializer.Deserialize(document.Bytes.Span, SessionJson.Default.SessionProgress)
            : null;

    public async ValueTask<ExportOverview> OverviewAsync(ISellsyImporter importer, ImportSession session, CancellationToken cancellationToken)
    {
        var key = $"{session.FileId} {session.Reading}";
        if (!_overviews.TryGetValue(key, out var overview))
        {
            overview = await importer.OpenAsync(SourceOf(session), session.Reading.ToOverrides(), cancellationToken).ConfigureAwait(false);
            Remember(_overviews, key, overview);
        }

        return overview;
    }

    /// <summary>
    /// The session with its file read in another way. Columns that were mapped by their position, and rows that were corrected by their number, are no
    /// longer the same ones where the file has other columns or rows; then both start anew.
    /// </summary>
    /// <exception cref="ArgumentException">A value of the reading is none that can be chosen.</exception>
    /// <exception cref="SellsyImportException">The file cannot be read so.</exception>
    public async ValueTask<ImportSession> ReadAsAsync(
        ISellsyImporter importer, ImportSession session, SessionReading reading, CancellationToken cancellationToken)
    {
        var changed = session with { Reading = reading };
        var overview = await OverviewAsync(importer, changed, cancellationToken).ConfigureAwait(false);
        if (reading.HasRowsOf(session.Reading))
        {
            return changed;
        }

        // Where nothing was mapped yet, the file may be one that cannot be read as detected.
        var isSame = session.Mapping is not null
            && overview.Columns.SequenceEqual((await OverviewAsync(importer, session, cancellationToken).ConfigureAwait(false)).Columns);
        return changed with
        {
            Mapping = isSame ? session.Mapping : null,
            Corrections = new(),
        };
    }

    /// <summary>What the person chose, or what was suggested.</summary>
    public FieldMapping MappingOf(ImportSession session, ExportOverview overview)
    {
        if (session.Mapping is not { } assignments)
        {
            return overview.Suggestion.Mapping;
        }

        var mapping = FieldMapping.Empty;
        foreach (var assignment in assignments)
        {
            if (!options.Value.Fields.Contains(assignment.Field))
            {
                continue;
            }

            var field = options.Value.Fields[assignment.Field];
            mapping = assignment.Constant is { } constant && !string.IsNullOrWhiteSpace(constant) ? mapping.WithConstant(field, constant) : mapping;
            foreach (var column in assignment.Columns.Where(index => index >= 0 && index < overview.Columns.Length))
            {
                mapping = field.TakesSeveralColumns
                    ? mapping.WithFurtherColumn(field, overview.Columns[column])
                    : mapping.WithColumn(field, overview.Columns[column]);
                mapping = assignment.ValuesOf(column).Aggregate(mapping, (changed, value) => changed.WithValue(overview.Columns[column], value.From, value.To));
            }
        }

        return mapping;
    }

    /// <summary>Stores a plan with its preview: where two previews ran at once, the stored plan need not be the one that the session names.</summary>
    public async ValueTask SavePlanAsync(string id, string preview, ImportPlan plan, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        bytes.Write(SHA256.HashData(Encoding.UTF8.GetBytes(preview)));
        await plan.SaveAsync(bytes, cancellationToken).ConfigureAwait(false);
        await stores.Sessions.WriteAsync(id, SessionDocuments.Plan, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), expectedVersion: null, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>The plan of the last preview, which may be one of the session as it was before; null if there is none.</summary>
    public async ValueTask<ImportPlan?> PlanAsync(ImportSession session, CancellationToken cancellationToken)
    {
        if ((session.PlanOf ?? session.OldPlanOf) is not { } of)
        {
            return null;
        }

        if (_plans.TryGetValue(session.Id, out var remembered) && remembered.Of == of)
        {
            return remembered.Plan;
        }

        if (await stores.Sessions.ReadAsync(session.Id, SessionDocuments.Plan, cancellationToken).ConfigureAwait(false) is not { } document
            || !document.Bytes.Span.StartsWith(SHA256.HashData(Encoding.UTF8.GetBytes(of))))
        {
            return null;
        }

        using var bytes = new MemoryStream(document.Bytes[SHA256.HashSizeInBytes..].ToArray());
        var plan = await ImportPlan.LoadAsync(bytes, cancellationToken).ConfigureAwait(false);
        Remember(_plans, session.Id, (of, plan));
        return plan;
    }

    /// <summary>Remembers the report of an import for as long as this server runs: a store without a ledger keeps none.</summary>
    public void Remember(ImportReport report) => Remember(_reports, report.Import.ImportId, report);

    /// <summary>The report of an import that this server has finished; null if it is not remembered.</summary>
    public ImportReport? ReportOf(string importId) => _reports.GetValueOrDefault(importId);

    private static void Remember<T>(ConcurrentDictionary<string, T> remembered, string key, T value)
    {
        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        remembered[key] = value;
    }
}

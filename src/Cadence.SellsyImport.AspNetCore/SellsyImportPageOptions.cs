using System.Security.Claims;

namespace Cadence.SellsyImport.AspNetCore;

/// <summary>How the import page looks and what it allows. Set once, when the host is configured.</summary>
public sealed class SellsyImportPageOptions
{
    /// <summary>The title of the page.</summary>
    /// <value>Default: <c>Sellsy → Cadence</c>.</value>
    public string Title { get; set; } = "Sellsy → Cadence";

    /// <summary>The address of a logo on the host's own server; null for none.</summary>
    /// <value>Default: null.</value>
    public string? Logo { get; set; }

    /// <summary>The texts of the page in French, such as those of the host's own fields and rules: <c>ImportTexts.French.With(…)</c>.</summary>
    /// <value>Texts whose language is <c>fr</c>. Default: <see cref="ImportTexts.French"/>.</value>
    public ImportTexts French { get; set; } = ImportTexts.French;

    /// <summary>The texts of the page in English, as <see cref="French"/>.</summary>
    /// <value>Texts whose language is <c>en</c>. Default: <see cref="ImportTexts.English"/>.</value>
    public ImportTexts English { get; set; } = ImportTexts.English;

    /// <summary>The largest file, in bytes.</summary>
    /// <value>1 to 2,147,483,648 (2 GiB). Default: 2,147,483,648.</value>
    public long MaxFileBytes { get; set; } = 2L << 30;

    /// <summary>The most files that a user keeps at one time, uploads that are not complete included.</summary>
    /// <value>1 to 10,000. Default: 20.</value>
    public int MaxFilesPerUser { get; set; } = 20;

    /// <summary>The most uploads and jobs that a user starts within a minute.</summary>
    /// <value>1 to 10,000. Default: 60.</value>
    public int MaxStartsPerMinute { get; set; } = 60;

    /// <summary>How long files and sessions are kept after their upload began. Without them an import is undone by <c>IImportHistory</c> or the console, no longer by the page.</summary>
    /// <value>1 minute to 365 days. Default: 24 hours.</value>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How many previews, imports and undos one server works on at a time; others wait.</summary>
    /// <value>1 to 64. Default: 2.</value>
    public int Workers { get; set; } = 2;

    /// <summary>The folder of files and sessions where the host registers no stores of its own; several servers may share it.</summary>
    /// <value>Default: <c>sellsy-import</c> in the folder for temporary files of the service.</value>
    public string Folder { get; set; } = Path.Combine(Path.GetTempPath(), "sellsy-import");

    /// <summary>Who a user is: a user sees their own files and sessions only.</summary>
    /// <value>Default: the identifier of the claims, else the name, else an empty text, which all anonymous users share.</value>
    public Func<ClaimsPrincipal, string> UserOf { get; set; } =
        user => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? user.Identity?.Name ?? "";

    /// <summary>Whether a user sees an import of the history, and may resume, cancel and undo it.</summary>
    /// <value>Default: the imports that they started, and for a host without users all.</value>
    public Func<ClaimsPrincipal, ImportInfo, bool>? MaySee { get; set; }

    /// <summary>Called when a file is complete, with the user and the name of the file.</summary>
    /// <value>Default: does nothing.</value>
    public Func<string, string, Task> OnUploaded { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Called when an import is finished, with the user and its report.</summary>
    /// <value>Default: does nothing.</value>
    public Func<string, ImportReport, Task> OnFinished { get; set; } = (_, _) => Task.CompletedTask;
}

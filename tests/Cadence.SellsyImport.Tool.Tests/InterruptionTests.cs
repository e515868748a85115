using System.Diagnostics;
using System.Text;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

public sealed class InterruptionTests : IDisposable
{
    // So many that the import lasts, even where the test has to wait for a processor before it can interrupt it.
    private const int Rows = 200_000;

    private readonly ConsoleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ctrl_C_keeps_what_was_committed_and_the_same_command_again_goes_on()
    {
        SkipWhereNothingInterrupts();
        _folder.WriteUsers();
        _folder.Write("contacts.csv", Exports.OfRows(Rows));
        using var process = _folder.Start("import", "contacts.csv", "--users", "users.csv");
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        ReadUntilAdding(process);

        await InterruptAsync(process);

        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains(
            "Interrompu : ce qui a été enregistré reste dans cadence.db. Relancez la même commande pour continuer ; rien n'est ajouté deux fois.",
            await errors,
            StringComparison.Ordinal);
        var again = (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv", "--json")).Succeeded();
        Assert.Equal(Rows, again.Count("success"));
        Assert.InRange(again.Json.GetProperty("resumedAtRow").GetInt64(), 2, Rows);
    }

    [Fact]
    public async Task Ctrl_C_at_the_question_of_an_undo_ends_it_without_an_answer()
    {
        SkipWhereNothingInterrupts();
        _folder.WriteUsers();
        _folder.Write("contacts.csv", Exports.OfRows(2));
        (await _folder.RunAsync("import", "contacts.csv", "--users", "users.csv")).Succeeded();
        using var process = _folder.Start("undo", "last", "--lang", "en");
        var asked = await ReadUntilQuestionAsync(process);

        await InterruptAsync(process);

        // Standard input stays open: nobody answers.
        var rest = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.EndsWith("Continue? [y/N]", asked, StringComparison.Ordinal);
        Assert.Contains("Cancelled: nothing was written.", rest, StringComparison.Ordinal);
    }

    private static void SkipWhereNothingInterrupts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A Ctrl-C cannot be sent to one process there.");
        Assert.SkipWhen(IsInterruptIgnored(), "The tests were started in the background of a shell, where Ctrl-C is ignored by them and what they start.");
    }

    private static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> ReadUntilQuestionAsync(Process process)
    {
        var asked = new StringBuilder();
        var one = new char[1];
        while (!asked.ToString().EndsWith(']') && await process.StandardError.ReadAsync(one, TestContext.Current.CancellationToken) == 1)
        {
            asked.Append(one);
        }

        return $"{asked}";
    }

    /// <summary>Whether a process that is started here would ignore SIGINT, the second bit of those that Linux tells.</summary>
    private static bool IsInterruptIgnored()
    {
        const string ignored = "SigIgn:";
        const string status = "/proc/self/status";
        return File.Exists(status)
            && File.ReadLines(status).FirstOrDefault(line => line.StartsWith(ignored, StringComparison.Ordinal)) is { } line
            && (Convert.ToUInt64(line[ignored.Length..].Trim(), 16) & 0b10) != 0;
    }

    /// <summary>Reads on this thread: one of the pool may have to wait for longer than the import lasts.</summary>
    private static void ReadUntilAdding(Process process)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("Ajout : ", StringComparison.Ordinal) && !line.EndsWith(" 0 ajoutées", StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail("The import ended before its first batch was told.");
    }
}

namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Asks before something is taken away.</summary>
internal static class Question
{
    /// <exception cref="RefusedException">The answer is not yes, or nobody can answer.</exception>
    /// <exception cref="OperationCanceledException">The command was cancelled, with or without an answer.</exception>
    public static async Task ConfirmAsync(string text, string refusal, CancellationToken cancellation)
    {
        Console.Error.Write($"{string.Join('\n', text.Split('\n').Select(Display.Printable))}\n{Say("Continuer ? [o/N]", "Continue? [y/N]")} ");
        // A console cannot be told to stop reading: the thread that waits for the answer ends with the process.
        var answer = (await Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancellation))?.Trim() ?? "";
        Console.Error.WriteLine();
        string[] yes = [Say("o", "y"), Say("oui", "yes")];
        if (!yes.Contains(answer, StringComparer.OrdinalIgnoreCase))
        {
            throw new RefusedException(refusal);
        }
    }
}

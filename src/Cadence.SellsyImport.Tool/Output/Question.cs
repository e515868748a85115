namespace Cadence.SellsyImport.Tool.Output;

/// <summary>Asks before something is taken away.</summary>
internal static class Question
{
    /// <exception cref="RefusedException">The answer is not yes, or nobody can answer.</exception>
    public static void Confirm(string text, string refusal)
    {
        Console.Error.Write($"{string.Join('\n', text.Split('\n').Select(Display.Printable))}\n{Say("Continuer ? [o/N]", "Continue? [y/N]")} ");
        var answer = Console.In.ReadLine()?.Trim() ?? "";
        Console.Error.WriteLine();
        string[] yes = [Say("o", "y"), Say("oui", "yes")];
        if (!yes.Contains(answer, StringComparer.OrdinalIgnoreCase))
        {
            throw new RefusedException(refusal);
        }
    }
}

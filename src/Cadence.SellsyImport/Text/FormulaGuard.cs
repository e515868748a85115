namespace Cadence.SellsyImport.Text;

/// <summary>
/// Keeps a spreadsheet from running a cell as a formula. The writer puts an apostrophe before a cell that starts with a character that may
/// start a formula; the reader removes it. A cell that starts with an apostrophe gets one too, so that every cell is restored unchanged.
/// Source of the characters: OWASP, CSV Injection, and ASVS 5.0, 1.2.10.
/// </summary>
internal static class FormulaGuard
{
    public const char Guard = '\'';

    /// <summary>Whether a cell that starts with this character may run as a formula.</summary>
    public static bool StartsFormula(int first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or 0 or 0xFF1D or 0xFF0B or 0xFF0D or 0xFF20;

    /// <summary>A cell without the apostrophe that was put before it.</summary>
    public static string Restore(string cell) =>
        cell.Length > 1 && cell[0] == Guard && (cell[1] == Guard || StartsFormula(cell[1])) ? cell[1..] : cell;
}

namespace Cadence.SellsyImport.Tests.Files;

/// <summary>A second reader, as plain as RFC 4180: one character after the other. Knows valid input only.</summary>
internal static class PlainCsv
{
    /// <summary>Reads records; a blank line is none.</summary>
    public static List<string[]> Read(string text, char separator)
    {
        var records = new List<string[]>();
        var at = 0;
        while (at < text.Length)
        {
            var cells = new List<string>();
            var start = at;
            while (true)
            {
                cells.Add(Cell(text, separator, ref at));
                if (at >= text.Length || text[at] != separator)
                {
                    break;
                }

                at++;
            }

            if (at > start)
            {
                records.Add([.. cells]);
            }

            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        }

        return records;
    }

    private static string Cell(string text, char separator, ref int at)
    {
        var cell = new System.Text.StringBuilder();
        if (at < text.Length && text[at] == '"')
        {
            for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
            {
                at += text[at] == '"' ? 1 : 0;
                cell.Append(text[at]);
            }

            at++;
        }

        for (; at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'); at++)
        {
            cell.Append(text[at]);
        }

        return cell.ToString();
    }
}

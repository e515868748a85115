using System.CommandLine.Parsing;
using System.Globalization;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>A <c>NAME=N</c> of <c>--limit</c>: the limit that a message advises to raise.</summary>
internal sealed record LimitSetting(string Name, int Value)
{
    private static readonly Dictionary<string, Action<SellsyImportOptions, int>> Limits = new()
    {
        ["cell"] = (options, value) => options.MaxCellLength = value,
        ["row"] = (options, value) => options.MaxRecordBytes = value,
        ["columns"] = (options, value) => options.MaxColumns = value,
    };

    public static LimitSetting[]? Parse(ArgumentResult result)
    {
        List<LimitSetting> settings = [];
        foreach (var token in result.Tokens.Select(token => token.Value))
        {
            if (token.Split('=') is not [var name, var number] || !Limits.ContainsKey(name)
                || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value == 0)
            {
                result.AddError(Say(
                    $"--limit « {token} » : cell=N, row=N ou columns=N est attendu, N à partir de 1.",
                    $"--limit \"{token}\": cell=N, row=N or columns=N is expected, N from 1 on."));
                return null;
            }

            settings.Add(new(name, value));
        }

        return [.. settings];
    }

    public void ApplyTo(SellsyImportOptions options) => Limits[Name](options, Value);
}

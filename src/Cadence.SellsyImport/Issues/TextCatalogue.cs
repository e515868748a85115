using System.Collections.Immutable;

namespace Cadence.SellsyImport.Issues;

/// <summary>
/// The texts of one language. In code and not in .resx satellites, because a host with InvariantGlobalization cannot create the culture
/// that would choose a satellite.
/// </summary>
/// <param name="Labels">Labels of statuses, outcomes, fields and codes, by <c>Type.Name</c>.</param>
/// <param name="Issues">Texts of issues by code, with the placeholders {0}, {1}.</param>
/// <param name="Errors">Texts of errors by code, with the placeholders {0}, {1}.</param>
internal sealed record TextCatalogue(
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Issues,
    IReadOnlyDictionary<string, string> Errors)
{
    /// <summary>The message of an error. Its last argument may choose a more specific text.</summary>
    public string ErrorText(string code, ImmutableArray<string> arguments)
    {
        var special = arguments.IsDefaultOrEmpty ? null : Errors.GetValueOrDefault($"{code}.{arguments[^1]}");
        return TextTemplate.Fill(special ?? Errors.GetValueOrDefault(code, code), arguments);
    }
}

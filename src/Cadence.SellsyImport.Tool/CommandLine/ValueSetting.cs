using System.CommandLine.Parsing;

namespace Cadence.SellsyImport.Tool.CommandLine;

/// <summary>A <c>FIELD:TEXT=VALUE</c> of <c>--value</c>: what one text in the columns of a field means; a blank value means nothing.</summary>
internal sealed record ValueSetting(LeadField Field, string Text, string Value)
{
    /// <remarks>The text may hold a colon and an equals sign; the first colon and the last equals sign separate.</remarks>
    public static ValueSetting[]? Parse(ArgumentResult result)
    {
        LeadFieldCollection fields = [];
        List<ValueSetting> settings = [];
        foreach (var token in result.Tokens.Select(token => token.Value))
        {
            var (colon, equals) = (token.IndexOf(':', StringComparison.Ordinal), token.LastIndexOf('='));
            var field = fields.FirstOrDefault(known => known.Name == token[..Math.Max(0, colon)]);
            var text = colon > 0 && colon < equals ? token[(colon + 1)..equals].Trim() : "";
            if (text.Length == 0)
            {
                result.AddError(Say($"--value « {token} » : FIELD:TEXT=VALUE est attendu.", $"--value \"{token}\": FIELD:TEXT=VALUE is expected."));
                return null;
            }

            if (field is null)
            {
                var (name, known) = (token[..colon], string.Join(", ", fields.Select(known => known.Name)));
                result.AddError(Say($"--value : champ inconnu « {name} ». Champs : {known}.", $"--value: unknown field \"{name}\". Fields: {known}."));
                return null;
            }

            if (settings.Any(setting => setting.Field.Equals(field) && setting.Text == text))
            {
                result.AddError(Say(
                    $"--value « {field.Name}:{text} » est donné deux fois : une fois par texte est attendu.",
                    $"--value \"{field.Name}:{text}\" is given twice: once a text is expected."));
                return null;
            }

            settings.Add(new(field, text, token[(equals + 1)..].Trim()));
        }

        return [.. settings];
    }

    /// <summary>The mapping with this decision for each column of the field.</summary>
    /// <exception cref="UsageException">No column feeds the field.</exception>
    public FieldMapping ApplyTo(FieldMapping mapping)
    {
        var columns = mapping.Assignments.Where(assignment => assignment.Field.Equals(Field)).Select(assignment => assignment.Column).OfType<ExportColumn>().ToList();
        return columns.Count > 0 ? columns.Aggregate(mapping, (changed, column) => changed.WithValue(column, Text, Value)) : throw new UsageException(Say(
            $"--value {Field.Name} : aucune colonne n'alimente ce champ. Choisissez-en une par --set.",
            $"--value {Field.Name}: no column feeds this field. Choose one by --set."));
    }
}

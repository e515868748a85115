using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Proof.Hashing;

/// <summary>Writes a value with all its public properties, so that whatever is added to a result is hashed without being named.</summary>
internal static class ValueText
{
    public static StringBuilder Append(StringBuilder text, object? value) => value switch
    {
        null => text.Append("null"),
        string characters => text.Append(CultureInfo.InvariantCulture, $"{characters.Length}\"{characters}\""),
        Enum name => text.Append(name),
        DateTime time => text.Append(time.ToString("O", CultureInfo.InvariantCulture)),
        DateOnly day => text.Append(day.ToString("O", CultureInfo.InvariantCulture)),
        IFormattable number when value.GetType().IsPrimitive => text.Append(number.ToString(null, CultureInfo.InvariantCulture)),
        bool or char => text.Append(value),
        IDictionary map => AppendAll(text, map.Cast<object>().Select(Text).Order(StringComparer.Ordinal)),
        SellsyRow row => AppendProperties(AppendAll(text, row.Columns.Indexes.Select(index => row[index])), row),
        IEnumerable list => AppendAll(text, list.Cast<object?>()),
        _ => AppendProperties(text, value),
    };

    private static string Text(object? value) => Append(new(), value).ToString();

    private static StringBuilder AppendAll(StringBuilder text, IEnumerable<object?> values)
    {
        text.Append('[');
        foreach (var value in values)
        {
            Append(text, value).Append(',');
        }

        return text.Append(']');
    }

    private static StringBuilder AppendProperties(StringBuilder text, object value)
    {
        text.Append('{');
        var properties = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .OrderBy(property => property.Name, StringComparer.Ordinal);
        foreach (var property in properties)
        {
            Append(text.Append(property.Name).Append('='), property.GetValue(value)).Append(',');
        }

        return text.Append('}');
    }
}

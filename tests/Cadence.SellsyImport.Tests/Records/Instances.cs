using System.Collections.Immutable;
using System.Reflection;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Tests.Records;

/// <summary>Makes instances of records by reflection: each call makes new lists and new records with the values of a variant.</summary>
internal sealed class Instances(int variant, bool listsAreDefault = false)
{
    private static readonly Dictionary<Type, object> Shared = new()
    {
        [typeof(SellsyRow)] = new SellsyRow(1, new(2, 2), ColumnSelection.None, []),
        [typeof(FieldMapping)] = FieldMapping.Empty,
    };

    public static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    public object Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(variant)!;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return listsAreDefault ? Activator.CreateInstance(type)! : ListOf(type.GenericTypeArguments[0]);
        }

        return IsRecord(type) ? RecordOf(type) : Shared.GetValueOrDefault(type) ?? ValueOf(type);
    }

    public object RecordOf(Type type)
    {
        var record = Constructed(type);
        foreach (var property in Settable(type))
        {
            property.SetValue(record, Of(property.PropertyType));
        }

        return record;
    }

    public static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties().Where(property => property.SetMethod is { IsPublic: true });

    private object Constructed(Type type)
    {
        if (type == typeof(FieldAssignment))
        {
            return FieldMapping.Empty.WithConstant(LeadFields.FirstName, $"text {variant}").Assignments[0];
        }

        var constructor = type.GetConstructors().Where(one => one.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(one => one.GetParameters().Length);
        return constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
    }

    private object ValueOf(Type type) => type switch
    {
        _ when type == typeof(string) => $"text {variant}",
        _ when type == typeof(bool) => variant == 0,
        _ when type == typeof(char) => (char)('a' + variant),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1 + variant),
        _ when type == typeof(DateTime) => new DateTime(2026, 1, 1 + variant),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 1 + variant, 0, 0, 0, TimeSpan.Zero),
        _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(1 + variant),
        _ when type == typeof(Corrections) => Corrections.None.WithExcluded(1 + variant),
        _ when type == typeof(RowSelection) => RowSelection.Of([1L + variant, 9]),
        _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>([1, (byte)variant]),
        _ when type == typeof(int) || type == typeof(long) || type == typeof(double) =>
            Convert.ChangeType(variant + 1, type, System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"No value of {type} is known: add one."),
    };

    private object ListOf(Type element)
    {
        var items = Array.CreateInstance(element, 2 + variant);
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(Of(element), i);
        }

        var create = typeof(ImmutableArray).GetMethods()
            .Single(method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }]);
        return create.MakeGenericMethod(element).Invoke(null, [items])!;
    }
}

using System.Reflection;
using System.Text;

namespace Cadence.SellsyImport.Tests.PublicApi;

/// <summary>The public surface of an assembly as text: every type that a consumer can name with every member, sorted.</summary>
internal static class ApiDump
{
    public static IReadOnlyList<Type> TypesOf(Assembly assembly) =>
        [.. assembly.GetExportedTypes().Where(type => !type.Name.Contains('<', StringComparison.Ordinal)).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in TypesOf(assembly))
        {
            text.Append(Heading(type)).Append('\n');
            foreach (var member in ApiMembers.Of(type))
            {
                text.Append("    ").Append(member).Append('\n');
            }

            text.Append('\n');
        }

        return $"{text.ToString().TrimEnd('\n')}\n";
    }

    private static string Heading(Type type)
    {
        var bases = Bases(type).ToArray();
        var name = type.Namespace is { Length: > 0 } space ? $"{space}.{ApiNames.Of(type)}" : ApiNames.Of(type);
        return $"{Kind(type)} {name}{(bases.Length == 0 ? "" : $" : {string.Join(", ", bases)}")}";
    }

    private static string Kind(Type type)
    {
        if (type.IsEnum)
        {
            return type.IsDefined(typeof(FlagsAttribute)) ? "[Flags] enum" : "enum";
        }

        if (type.IsInterface)
        {
            return "interface";
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return "delegate";
        }

        var record = IsRecord(type) ? "record " : "";
        if (type.IsValueType)
        {
            return $"{(type.GetCustomAttributes().Any(one => one.GetType().Name == "IsReadOnlyAttribute") ? "readonly " : "")}{record}struct";
        }

        var inheritance = type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        return $"{inheritance}{record}class";
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            return [ApiNames.Of(Enum.GetUnderlyingType(type))];
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var interfaces = type.GetInterfaces().Except(inherited).Where(one => !(IsRecord(type) && one.Name == "IEquatable`1")).Select(ApiNames.Of);
        var parents = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [ApiNames.Of(parent)] : Array.Empty<string>();
        return parents.Concat(interfaces.Order(StringComparer.Ordinal));
    }
}

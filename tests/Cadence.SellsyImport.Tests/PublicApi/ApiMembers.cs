using System.Reflection;
using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Tests.PublicApi;

/// <summary>The members of a type that a consumer can name, each as a line; what the compiler adds to a record is left out.</summary>
internal static class ApiMembers
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Type type)
    {
        var lines = type.IsEnum
            ? EnumMembers(type)
            : type.GetFields(Declared).Where(IsVisible).Select(Field)
                .Concat(type.GetConstructors(Declared).Where(constructor => IsVisible(constructor)).Select(Constructor))
                .Concat(type.GetProperties(Declared).Where(IsVisible).Select(Property))
                .Concat(type.GetEvents(Declared).Where(one => IsVisible(one.AddMethod)).Select(one => $"event {ApiNames.Of(one.EventHandlerType!)} {one.Name}"))
                .Concat(type.GetMethods(Declared).Where(IsWrittenByHand).Select(Method));
        return lines.Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> EnumMembers(Type type) =>
        Enum.GetNames(type).Select(name => $"{name} = {ApiNames.Constant(Convert.ChangeType(Enum.Parse(type, name), Enum.GetUnderlyingType(type), null))}");

    private static bool IsVisible(MethodBase? method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static bool IsVisible(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool IsVisible(PropertyInfo property) =>
        property.Name != "EqualityContract" && (IsVisible(property.GetMethod) || IsVisible(property.SetMethod));

    private static bool IsWrittenByHand(MethodInfo method) =>
        IsVisible(method)
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && !method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string Field(FieldInfo field) => field.IsLiteral
        ? $"const {ApiNames.Of(field)} {field.Name} = {ApiNames.Constant(field.GetRawConstantValue())}"
        : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{ApiNames.Of(field)} {field.Name}";

    private static string Constructor(ConstructorInfo constructor) => $"{Access(constructor)}new({Parameters(constructor)})";

    private static string Property(PropertyInfo property)
    {
        var accessor = IsVisible(property.GetMethod) ? property.GetMethod! : property.SetMethod!;
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var get = IsVisible(property.GetMethod) ? "get; " : "";
        var isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        var set = !IsVisible(property.SetMethod) ? "" : isInit ? "init; " : "set; ";
        var name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{Parameters(index)}]" : property.Name;
        return $"{Access(accessor)}{Kind(accessor)}{required}{ApiNames.Of(property)} {name} {{ {get}{set}}}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(ApiNames.Of))}>" : "";
        var extends = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{Access(method)}{Kind(method)}{ApiNames.Of(method.ReturnParameter)} {method.Name}{generic}({extends}{Parameters(method)})";
    }

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Kind(MethodInfo method)
    {
        if (method.IsStatic)
        {
            return "static ";
        }

        var isOverride = method.IsVirtual && method.GetBaseDefinition() != method;
        return method.DeclaringType!.IsInterface ? "" : isOverride ? "override " : method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal ? "virtual " : "";
    }

    private static string Parameters(MethodBase method) => Parameters(method.GetParameters());

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));
        var way = isParams ? "params " : parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        var fallback = !parameter.HasDefaultValue ? ""
            : parameter.RawDefaultValue is null && parameter.ParameterType.IsValueType ? " = default"
            : $" = {ApiNames.Constant(parameter.DefaultValue)}";
        return $"{way}{ApiNames.Of(parameter)} {parameter.Name}{fallback}";
    }
}

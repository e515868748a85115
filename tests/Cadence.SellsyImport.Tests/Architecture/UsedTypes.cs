using System.Reflection;
using System.Reflection.Emit;

namespace Cadence.SellsyImport.Tests.Architecture;

/// <summary>Finds the types that the compiled code of a type uses: in its declarations, its signatures, its locals and its instructions.</summary>
internal static class UsedTypes
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static HashSet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        Array.ForEach(type.GetInterfaces(), one => Add(used, one));
        Array.ForEach(type.GetFields(Declared), field => Add(used, field.FieldType));
        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        {
            Add(used, (method as MethodInfo)?.ReturnType);
            Array.ForEach(method.GetParameters(), parameter => Add(used, parameter.ParameterType));
            if (method.GetMethodBody() is { } body)
            {
                foreach (var local in body.LocalVariables)
                {
                    Add(used, local.LocalType);
                }

                AddInstructions(used, method, body.GetILAsByteArray()!);
            }
        }

        return used;
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        if (type is null)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(used, type.GetElementType());
            return;
        }

        if (type.IsGenericType)
        {
            Array.ForEach(type.GetGenericArguments(), argument => Add(used, argument));
        }

        if (!type.IsGenericParameter)
        {
            used.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        }
    }

    private static void AddInstructions(HashSet<Type> used, MethodBase method, byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var opCode = OpCodesByValue[code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += opCode.Size;
            if (opCode.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                Add(used, method, BitConverter.ToInt32(code, at));
            }

            at += LengthOf(opCode.OperandType, code, at);
        }
    }

    private static void Add(HashSet<Type> used, MethodBase method, int token)
    {
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, ofType, method.IsGenericMethod ? method.GetGenericArguments() : null);
        Add(used, member as Type ?? member!.DeclaringType);
        if (member is MethodInfo { IsGenericMethod: true } generic)
        {
            Array.ForEach(generic.GetGenericArguments(), argument => Add(used, argument));
        }
    }

    private static int LengthOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}

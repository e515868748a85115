using System.Collections.Immutable;

namespace Cadence.SellsyImport.Issues;

/// <summary>Checks the answers of the seams, which a host may have written, against the contracts of the seams.</summary>
internal static class SeamGuard
{
    private const string EachAskedOnce = "what was asked for, each at most once";

    public static void Check(string seam, int found, int expected, string what)
    {
        if (found != expected)
        {
            throw Broken(seam, $"{found} {what}", $"{expected} {what}");
        }
    }

    /// <summary>Checks a promise on the row path; the words are constant, so that nothing is put together where it holds.</summary>
    public static void Check(string seam, bool holds, string expected)
    {
        if (!holds)
        {
            throw Broken(seam, "something else", expected);
        }
    }

    /// <summary>A value of an enumeration that this version knows.</summary>
    public static T Known<T>(string seam, T value)
        where T : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw Broken(seam, $"{typeof(T).Name} {value}", $"one of {string.Join(", ", Enum.GetNames<T>())}");

    /// <summary>Whether an issue has a code, and no argument of it is missing.</summary>
    public static bool IsWhole(ImportIssue? issue) =>
        issue is not null && !string.IsNullOrEmpty(issue.Code) && (issue.Arguments.IsDefaultOrEmpty || !issue.Arguments.Contains(null!));

    /// <summary>A list without an element that is missing.</summary>
    public static ImmutableArray<T> Whole<T>(string seam, ImmutableArray<T> list)
        where T : class
    {
        Check(seam, !list.IsDefault && !list.Contains(null!), "a list without null");
        return list;
    }

    /// <summary>What was asked for under the id of an answer; it is taken away, so that a second answer of one id is noticed.</summary>
    public static T Take<T>(string seam, Dictionary<string, T> asked, string? id) =>
        id is not null && asked.Remove(id, out var value) ? value : throw Broken(seam, "something else", EachAskedOnce);

    /// <summary>Leads by their ids: each was asked for, and is there once.</summary>
    public static Dictionary<string, T> ById<T>(string seam, ImmutableArray<string> asked, ImmutableArray<T> leads, Func<T, string?> id)
        where T : class
    {
        var left = asked.ToDictionary(one => one, StringComparer.Ordinal);
        return Whole(seam, leads).ToDictionary(lead => Take(seam, left, id(lead)), StringComparer.Ordinal);
    }

    public static SellsyImportException Broken(string seam, string found, string expected) =>
        new(ErrorCodes.SeamContractBroken, seam, found, expected);
}

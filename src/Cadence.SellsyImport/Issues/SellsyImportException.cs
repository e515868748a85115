using System.Collections.Immutable;
using Cadence.SellsyImport.Issues;

namespace Cadence.SellsyImport;

/// <summary>
/// The one exception of this library: a file, a mapping, a plan or a store that cannot be used. Its message says what was found, where,
/// what was expected and what to do, and holds no value of a row.
/// </summary>
public sealed class SellsyImportException : Exception
{
    /// <summary>Creates the exception; its message is the English text of the code.</summary>
    /// <param name="code">The stable code, one of <see cref="ErrorCodes"/>.</param>
    /// <param name="arguments">What the text names, in the order of its placeholders; never a value of a row.</param>
    public SellsyImportException(string code, params ImmutableArray<string> arguments)
        : this(code, null, arguments)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="code">The stable code, one of <see cref="ErrorCodes"/>.</param>
    /// <param name="innerException">The cause.</param>
    /// <param name="arguments">What the text names, in the order of its placeholders; never a value of a row.</param>
    public SellsyImportException(string code, Exception? innerException, params ImmutableArray<string> arguments)
        : base(EnglishTexts.Catalogue.ErrorText(code, arguments), innerException)
    {
        Code = code;
        Arguments = arguments;
    }

    /// <summary>The stable code, one of <see cref="ErrorCodes"/>.</summary>
    public string Code { get; }

    /// <summary>What the text names, in the order of its placeholders.</summary>
    public ImmutableArray<string> Arguments { get; }
}

namespace Cadence.SellsyImport.Mapping;

/// <summary>The text of a cell or of a part of it, with its string if one exists already.</summary>
/// <param name="span">The text.</param>
/// <param name="whole">The string that contains the text, or null.</param>
internal readonly ref struct CellText(ReadOnlySpan<char> span, string? whole)
{
    private readonly string? _whole = whole;

    public CellText(string text)
        : this(text, text)
    {
    }

    public ReadOnlySpan<char> Span { get; } = span;

    /// <summary>Whether the text is known to be ASCII without an ampersand: neither garbled nor with references of HTML.</summary>
    public bool IsPlain { get; init; }

    /// <summary>A slice of the text.</summary>
    public CellText Part(ReadOnlySpan<char> slice) => new(slice, _whole) { IsPlain = IsPlain };

    /// <summary>The text as a string, the same instance where it is the whole one.</summary>
    public override string ToString() => _whole is { } whole && whole.Length == Span.Length ? whole : Span.ToString();
}

namespace Cadence.SellsyImport.Owners;

/// <summary>A user of Cadence with the words of the name, by which a text is compared with it.</summary>
internal sealed class NamedUser
{
    private readonly PersonName _firstName;
    private readonly PersonName _lastName;
    private readonly string _suffix;

    public NamedUser(CadenceUser user)
    {
        User = user;
        (_firstName, _lastName) = (PersonName.Of(user.FirstName), PersonName.Of(user.LastName));
        _suffix = $"{_firstName.Suffix} {_lastName.Suffix}".Trim();
        Key = $"{_firstName.Key} {_lastName.Key}".Trim();
        KeyLastNameFirst = $"{_lastName.Key} {_firstName.Key}".Trim();
        Name = $"{_firstName.Folded} {_lastName.Folded}".Trim();
        NameLastNameFirst = $"{_lastName.Folded} {_firstName.Folded}".Trim();
    }

    public CadenceUser User { get; }

    /// <summary>The folded words without hyphens.</summary>
    public string Key { get; }

    /// <summary>The same with the last name first.</summary>
    public string KeyLastNameFirst { get; }

    /// <summary>The folded words.</summary>
    public string Name { get; }

    /// <summary>The same with the last name first.</summary>
    public string NameLastNameFirst { get; }

    /// <summary>Whether the suffixes are the same text.</summary>
    public bool HasSuffixOf(PersonName name) => _suffix == name.Suffix;

    /// <summary>How far a name of the same key is the name of this user.</summary>
    public NameFit FitOf(PersonName name)
    {
        // A suffix is ignored on one side only: what both have must be the same.
        if (!_suffix.StartsWith(name.Suffix, StringComparison.Ordinal) && !name.Suffix.StartsWith(_suffix, StringComparison.Ordinal))
        {
            return NameFit.None;
        }

        if (IsWritten(name, _firstName.Words.AsSpan(), _lastName.Words.AsSpan()))
        {
            return NameFit.Same;
        }

        return !name.HasHyphen && IsWritten(name, _firstName.WithoutHyphens().AsSpan(), _lastName.WithoutHyphens().AsSpan())
            ? NameFit.HyphenLost
            : NameFit.None;
    }

    /// <summary>Whether every word of a name is a word of this user's name.</summary>
    public bool HasWordsOf(PersonName name) => name.Words.All(word =>
        _firstName.Words.Any(own => own.Folded == word.Folded) || _lastName.Words.Any(own => own.Folded == word.Folded));

    private bool IsWritten(PersonName name, ReadOnlySpan<NameWord> firstName, ReadOnlySpan<NameWord> lastName)
    {
        var words = name.Words.AsSpan();
        if (words.Length != firstName.Length + lastName.Length)
        {
            return false;
        }

        var isMarked = name.MarksLastName;
        return (name.LastNameWords < 0 && Fit(words[..firstName.Length], firstName, words[firstName.Length..], lastName, isMarked))
            || ((name.LastNameWords < 0 || name.LastNameWords == lastName.Length)
                && Fit(words[lastName.Length..], firstName, words[..lastName.Length], lastName, isMarked));
    }

    private static bool Fit(
        ReadOnlySpan<NameWord> asFirstName,
        ReadOnlySpan<NameWord> firstName,
        ReadOnlySpan<NameWord> asLastName,
        ReadOnlySpan<NameWord> lastName,
        bool isMarked) =>
        AreSame(asFirstName, firstName)
        && AreSame(asLastName, lastName)
        && (!isMarked
            || !CapitalsContradict(asFirstName, asLastName)
            || (HaveSameCapitals(asFirstName, firstName) && HaveSameCapitals(asLastName, lastName)));

    /// <summary>
    /// Whether capitals mark other words than these as the last name: <c>Jean MARTIN</c> is not Martin Jean. In Cadence itself a name may be
    /// written so, as <c>JP Martin</c>, and then they mark nothing.
    /// </summary>
    private static bool CapitalsContradict(ReadOnlySpan<NameWord> asFirstName, ReadOnlySpan<NameWord> asLastName)
    {
        foreach (var word in asFirstName)
        {
            if (word.IsCapital && !asLastName.IsEmpty)
            {
                return true;
            }
        }

        foreach (var word in asLastName)
        {
            if (word is { IsSmall: true, IsParticle: false } && !asFirstName.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HaveSameCapitals(ReadOnlySpan<NameWord> one, ReadOnlySpan<NameWord> other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i].IsCapital != other[i].IsCapital)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSame(ReadOnlySpan<NameWord> one, ReadOnlySpan<NameWord> other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i].Folded != other[i].Folded)
            {
                return false;
            }
        }

        return true;
    }
}

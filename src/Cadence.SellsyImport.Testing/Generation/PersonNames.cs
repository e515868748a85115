namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>Chooses the names of contacts, with or without accents as the profile asks.</summary>
internal sealed class PersonNames(double? accentedShare)
{
    private static readonly Names First = new(Words.FirstNames);
    private static readonly Names Last = new(Words.LastNames);

    public Person Of(RandomStream random)
    {
        var (first, last) = (random.Below(First.AsTheyCome.Length), random.Below(Last.AsTheyCome.Length));
        if (accentedShare is { } share)
        {
            return random.Chance(share)
                ? PersonOf(First.Accented[first % First.Accented.Length], Last.Accented[last % Last.Accented.Length], First.AsTheyCome, Last.AsTheyCome)
                : PersonOf(first, last, First.Plain, Last.Plain);
        }

        return PersonOf(first, last, First.AsTheyCome, Last.AsTheyCome);
    }

    private static Person PersonOf(int first, int last, string[] firstNames, string[] lastNames) => new(
        firstNames[first],
        lastNames[last],
        First.Ascii[first],
        Last.Ascii[last],
        First.SmallLetters[first],
        Last.SmallLetters[Last.Accented[last % Last.Accented.Length]]);

    private sealed class Names(string[] words)
    {
        public string[] AsTheyCome { get; } = words;

        public string[] Plain { get; } = [.. words.Select(Generation.Ascii.WithoutAccents)];

        public string[] Ascii { get; } = Generation.Ascii.OfAll(words);

        public string[] SmallLetters { get; } = [.. words.Select(word => word.ToLowerInvariant().Replace(' ', '-'))];

        /// <summary>The indexes of the words with an accent.</summary>
        public int[] Accented { get; } = [.. Enumerable.Range(0, words.Length).Where(index => Generation.Ascii.HasAccent(words[index]))];
    }
}

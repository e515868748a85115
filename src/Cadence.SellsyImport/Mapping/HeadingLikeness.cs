using System.Collections.Immutable;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Offers pairs of fields and columns whose headings are alike: words in common, or few letters that differ. Only what is left on both
/// sides is compared, and a pair is a hint for a person, never more.
/// </summary>
internal sealed class HeadingLikeness
{
    private const double LeastScore = 0.5;
    private const double LeastSpelling = 0.7;
    private const double BestScore = 0.99;
    private const int LongestHeading = 80;
    private const int MostPerColumn = 3;

    private readonly ImmutableArray<(LeadField Field, ImmutableArray<(string Heading, string[] Words)> Headings)> _fields;

    public HeadingLikeness(IEnumerable<LeadField> fields) => _fields =
    [
        .. fields.Select(field => (field, FieldHeadings.Of(field)
            .Select(entry => entry.Heading)
            .Distinct(StringComparer.Ordinal)
            .Select(heading => (heading, HeadingWords.Of(heading)))
            .ToImmutableArray())),
    ];

    /// <summary>The pairs that are alike, the best first.</summary>
    public ImmutableArray<MappingLikeness> Find(FieldMapping mapping, ImmutableArray<ExportColumn> left)
    {
        var open = _fields.Where(entry => mapping.Find(entry.Field) is null).ToArray();
        return
        [
            .. left
                .SelectMany(column => OfColumn(column, open))
                .OrderByDescending(likeness => likeness.Score)
                .ThenBy(likeness => likeness.Column.Index),
        ];
    }

    private static IEnumerable<MappingLikeness> OfColumn(
        ExportColumn column,
        IEnumerable<(LeadField Field, ImmutableArray<(string Heading, string[] Words)> Headings)> open)
    {
        var heading = TextFolding.Heading(column.Heading);
        if (heading.Length is 0 or > LongestHeading)
        {
            return [];
        }

        var words = HeadingWords.Of(heading);
        return open
            .Where(entry => !entry.Headings.Any(known => known.Heading == heading))
            .Select(entry => new MappingLikeness(entry.Field, column, entry.Headings.Max(known => Score(heading, words, known.Heading, known.Words))))
            .Where(likeness => likeness.Score >= LeastScore)
            .OrderByDescending(likeness => likeness.Score)
            .Take(MostPerColumn);
    }

    private static double Score(string heading, string[] words, string known, string[] knownWords) =>
        Math.Min(BestScore, Math.Round(Math.Max(HeadingWords.Shared(words, knownWords), Spelling(heading, known)), 2));

    /// <remarks>Texts whose lengths differ much cannot be spelt alike, so they are not compared letter by letter.</remarks>
    private static double Spelling(string heading, string known) =>
        Math.Min(heading.Length, known.Length) < LeastSpelling * Math.Max(heading.Length, known.Length)
            ? 0
            : SpellingWeight(Likeness.Score(heading, known, LeastSpelling));

    private static double SpellingWeight(double score) => score < LeastSpelling ? 0 : score;
}

using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Offers pairs of fields and columns with similar headings: words in common, or few letters that differ. Only unmatched fields and columns
/// are compared, and a pair is only a hint for a person.
/// </summary>
internal sealed class HeadingSimilarity
{
    private const double LeastScore = 0.5;
    private const double LeastSpelling = 0.7;
    private const double BestScore = 0.99;
    private const int LongestHeading = 80;
    private const int MostPerColumn = 3;

    private readonly (LeadField Field, (string Heading, string[] Words)[] Headings)[] _fields;

    public HeadingSimilarity(IEnumerable<LeadField> fields) => _fields =
    [
        .. fields.Select(field => (field, FieldHeadings.Of(field)
            .Select(entry => entry.Heading)
            .Distinct(StringComparer.Ordinal)
            .Select(heading => (heading, HeadingWords.Of(heading)))
            .ToArray())),
    ];

    /// <summary>The pairs that are alike, the best first.</summary>
    public ImmutableArray<MappingSimilarity> Find(FieldMapping mapping, ImmutableArray<ExportColumn> left)
    {
        (LeadField Field, (string Heading, string[] Words)[] Headings)[] open = [.. _fields.Where(entry => mapping.Find(entry.Field) is null)];
        return
        [
            .. left
                .SelectMany(column => OfColumn(column, open))
                .OrderByDescending(similarity => similarity.Score)
                .ThenBy(similarity => similarity.Column.Index),
        ];
    }

    private static IEnumerable<MappingSimilarity> OfColumn(
        ExportColumn column,
        (LeadField Field, (string Heading, string[] Words)[] Headings)[] open)
    {
        var heading = TextFolding.Heading(column.Heading);
        if (heading.Length is 0 or > LongestHeading)
        {
            return [];
        }

        var words = HeadingWords.Of(heading);
        var alike = new List<MappingSimilarity>();
        foreach (var (field, headings) in open)
        {
            var score = Math.Min(BestScore, Math.Round(BestOf(headings, heading, words), 2));
            if (score >= LeastScore)
            {
                alike.Add(new(field, column, score));
            }
        }

        return alike.OrderByDescending(similarity => similarity.Score).Take(MostPerColumn);
    }

    /// <summary>The highest similarity score among the headings of a field; 0 if one is equal, which is no similarity.</summary>
    private static double BestOf((string Heading, string[] Words)[] headings, string heading, string[] words)
    {
        var best = 0d;
        foreach (var (known, knownWords) in headings)
        {
            if (known == heading)
            {
                return 0;
            }

            best = Math.Max(best, HeadingWords.Shared(words, knownWords));
            best = Math.Max(best, Spelling(heading, known, Math.Max(LeastSpelling, best)));
        }

        return best;
    }

    /// <remarks>Texts of very different lengths cannot be similar, so they are not compared letter by letter.</remarks>
    private static double Spelling(string heading, string known, double least)
    {
        if (Math.Min(heading.Length, known.Length) < least * Math.Max(heading.Length, known.Length))
        {
            return 0;
        }

        var score = Similarity.Score(heading, known, least);
        return score < least ? 0 : score;
    }
}

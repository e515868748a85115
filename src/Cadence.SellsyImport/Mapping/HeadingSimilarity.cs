using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Offers pairs of fields and columns with similar headings: words in common, or few letters that differ. Only columns that feed nothing are
/// compared, with fields that nothing feeds and with lists, which further columns may feed. A pair is only a hint for a person.
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
    /// <param name="mapping">What is mapped.</param>
    /// <param name="left">The columns that feed nothing.</param>
    /// <param name="fitting">Those of them that fit a list which another column feeds.</param>
    public ImmutableArray<MappingSimilarity> Find(FieldMapping mapping, ImmutableArray<ExportColumn> left, IReadOnlyCollection<ExportColumn> fitting)
    {
        (LeadField Field, (string Heading, string[] Words)[] Headings)[] open =
            [.. _fields.Where(entry => entry.Field.TakesSeveralColumns || mapping.Find(entry.Field) is null)];
        return
        [
            .. left
                .SelectMany(column => OfColumn(column, open, fitting.Contains(column) ? BestScore : 0))
                .OrderByDescending(similarity => similarity.Score)
                .ThenBy(similarity => similarity.Column.Index),
        ];
    }

    private static IEnumerable<MappingSimilarity> OfColumn(
        ExportColumn column,
        (LeadField Field, (string Heading, string[] Words)[] Headings)[] open,
        double scoreOfEqual)
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
            var score = Math.Min(BestScore, Math.Round(BestOf(headings, heading, words, scoreOfEqual), 2));
            if (score >= LeastScore)
            {
                alike.Add(new(field, column, score));
            }
        }

        return alike.OrderByDescending(similarity => similarity.Score).Take(MostPerColumn);
    }

    /// <summary>The highest similarity score among the headings of a field; an equal heading has a score of its own, because it is no similarity.</summary>
    private static double BestOf((string Heading, string[] Words)[] headings, string heading, string[] words, double scoreOfEqual)
    {
        var best = 0d;
        foreach (var (known, knownWords) in headings)
        {
            if (known == heading)
            {
                return scoreOfEqual;
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

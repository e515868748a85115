using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

public sealed class MappingSuggesterProperties
{
    private static readonly string[] Headings = [.. HeadingCorpus.Load().Headings.Select(single => single.Heading), "", "Nom", "Nom"];
    private static readonly string[] Values = ["", "1", "12", "lea@example.org", "Léa", "06 12 34 56 78", "03/04/2026", "Mme", "732829320", "-"];

    private readonly MappingSuggester _suggester = new(LeadFields.All);

    [Fact]
    public void No_column_and_no_field_but_a_list_is_mapped_twice_and_every_column_is_accounted_for() =>
        Prop.ForAll(Files().ToArbitrary(), file =>
        {
            var columns = SampleFile.Columns(file.Headings);
            var suggestion = _suggester.Suggest(columns, Rows(file.Headings.Length, file.Cells));
            var mapped = suggestion.Mapping.Assignments.Select(assignment => assignment.Column!.Index).ToArray();
            var left = suggestion.Unmapped.Select(column => column.Index).ToArray();
            return mapped.Distinct().Count() == mapped.Length
                && suggestion.Mapping.Assignments.GroupBy(assignment => assignment.Field).All(field => field.Count() == 1 || field.Key.TakesSeveralColumns)
                && !mapped.Intersect(left).Any()
                && columns.All(column => mapped.Contains(column.Index) || left.Contains(column.Index) || column.Heading.Length == 0)
                && suggestion.Similarities.All(similarity => similarity.Score is > 0 and < 1
                    && left.Contains(similarity.Column.Index)
                    && (similarity.Field.TakesSeveralColumns || suggestion.Mapping.Find(similarity.Field) is null));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_columns_changes_no_pair() =>
        Prop.ForAll(Files().SelectMany(file => Gen.Shuffle(Enumerable.Range(0, file.Headings.Length).ToArray()), (file, order) => (file, order)).ToArbitrary(), pair =>
        {
            var (file, order) = pair;
            var rows = Rows(file.Headings.Length, file.Cells);
            var shuffledRows = SampleFile.Rows([.. rows.Select(row => order.Select(index => row[index]).ToArray())]);
            var shuffled = _suggester.Suggest(SampleFile.Columns(order.Select(index => file.Headings[index])), shuffledRows);
            return Pairs(_suggester.Suggest(SampleFile.Columns(file.Headings), rows)).SequenceEqual(Pairs(shuffled));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_headings_and_values_whatever_give_a_suggestion() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>[]>(),
            headings =>
            {
                string[] texts = [.. headings.Select(heading => heading.Get)];
                return _suggester.Suggest(SampleFile.Columns(texts), SampleFile.Rows([.. texts.Length == 0 ? Array.Empty<string[]>() : [texts]])) is not null;
            }).QuickCheckThrowOnFailure();

    private static Gen<(string[] Headings, string[] Cells)> Files() =>
        from headings in Gen.Elements(Headings).ArrayOf()
        from cells in Gen.Elements(Values).ArrayOf(headings.Length * 4)
        select (headings, cells);

    private static ImmutableArray<SellsyRow> Rows(int width, string[] cells) =>
        width == 0 ? [] : SampleFile.Rows([.. cells.Chunk(width)]);

    // Of headings that are equal, the first of the file is taken where both are filled alike: a pair is the same by its folded letters. The further columns
    // of a list follow the file.
    private static IEnumerable<(string Field, string Heading)> Pairs(MappingSuggestion suggestion) => suggestion.Mapping.Assignments
        .Select(assignment => (assignment.Field.Name, TextFolding.Heading(assignment.Column!.Heading).Replace(" ", "", StringComparison.Ordinal)))
        .OrderBy(pair => pair.Item1, StringComparer.Ordinal)
        .ThenBy(pair => pair.Item2, StringComparer.Ordinal);
}

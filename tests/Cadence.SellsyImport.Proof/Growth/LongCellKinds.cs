using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Proof.Growth;

/// <summary>Each field with one cell of millions of characters: for the verdict of the row, and for its lead.</summary>
internal static class LongCellKinds
{
    private const int Largest = 1 << 22;
    private const int LargestOfQuick = 1 << 17;

    private static readonly LeadField[] Fields =
    [
        .. LeadFields.All,
        new("Number", LeadFieldKind.Number),
        new("YesNo", LeadFieldKind.YesNo),
        new("Choice", LeadFieldKind.Choice) { Choices = ["Petit compte", "Grand compte"] },
        new("Text", LeadFieldKind.Text),
    ];

    private static readonly (string Name, string Part)[] Contents =
        [("a", "a"), ("blanks", "a "), ("accents", "é"), ("digits", "0"), ("commas", "a,"), ("entities", "&amp;"), ("quotes", "\""), ("lines", "a\n")];

    private static readonly (string Name, Func<LeadField, string, Action> Prepare)[] Stages = [("verdict", Verdict), ("lead", Lead)];

    public static IEnumerable<GrowthKind> All() =>
        from field in Fields
        from stage in Stages
        from content in Contents
        select new GrowthKind(
            $"{stage.Name} of a long cell: {field.Kind}",
            $"{field.Name}, {content.Name}",
            "characters",
            Largest,
            LargestOfQuick,
            length => stage.Prepare(field, string.Concat(Enumerable.Repeat(content.Part, length / content.Part.Length))));

    private static Action Verdict(LeadField field, string cell)
    {
        var mapper = (IRecordMapper)GrowthHost.Usual.Mapper;
        var (row, mapping) = (Row(cell), Mapping(field));
        return () =>
        {
            var scanner = mapper.ScannerOf(mapping, 2026);
            scanner.Begin(1);
            scanner.Scan(row);
        };
    }

    private static Action Lead(LeadField field, string cell)
    {
        var (row, mapping) = (Row(cell), Mapping(field));
        return () => GrowthHost.Usual.Mapper.Map(row, mapping, ExportFacts.None);
    }

    private static FieldMapping Mapping(LeadField field) => FieldMapping.Empty.WithColumn(field, new(0, field.Name));

    private static SellsyRow Row(string cell) => new(1, new(2, 2), new([0]), [cell]);
}

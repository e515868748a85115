using System.Globalization;
using System.Text;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Plain;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Plain;

/// <summary>Whatever is plain gives no issue when it is read in full. <c>CADENCE_SEED</c> runs the same cells again.</summary>
public sealed class PlainCellTests(ITestOutputHelper output)
{
    private const int CellsOfField = 20_000;
    private const string Alphabet = "0123456789aANnCcZz éÉÃÂâ©œ€\u00A0\u200B\u2028'’-–.,;:/\\|@+_()<>&\"#?%=*[]\t\n\u0085😀";

    private static readonly string[] Seeds =
    [
        "7", "42", "Anne", "Zoé", "N/C", "NC.", "Marie", "Mme", "anne.petit@exemple.example", "a@b.example", "0546778899", "05 46 77 88 99", "+33546778899",
        "+33 5 46 77 88 99", "0508123456", "https://www.exemple.example/a?b=c", "exemple.example", "25/12/1990", "2026-04-25", "01/01/2026 14:30",
        "2026-04-25 01:02:03", "0000-00-00", "Acme SARL", "73282932000074", "732829320", "Une note", "a,b", "Oui", "n", "1", "17000", "La Rochelle",
    ];

    public static TheoryData<string> Fields =>
        [.. LeadFields.All.Except([LeadFields.Owner, LeadFields.OwnerSellsyId]).Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_plain_cell_gives_no_issue(string name)
    {
        var seed = Environment.GetEnvironmentVariable("CADENCE_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CADENCE_SEED={seed}, {CellsOfField} cells"));
        var random = new Random(seed);
        var field = LeadFields.All.Single(known => known.Name == name);
        var mapping = FieldMapping.Empty.WithColumn(field, new(0, field.Name));
        var options = new SellsyImportOptions();
        var mapper = new FieldMapper(Options.Create(options));
        var columns = new ColumnSelection([0]);
        var plain = new PlainCell(mapping.Compiled[0], ExportFacts.None, options);
        var found = 0;
        for (var i = 0; i < CellsOfField; i++)
        {
            var cell = Mutate(Seeds[random.Next(Seeds.Length)], random);
            if (plain.IsPlain(Encoding.UTF8.GetBytes(cell)))
            {
                found++;
                var row = new SellsyRow(1, new(2, 2), columns, [cell]);
                var issues = mapper.Map(row, mapping, ExportFacts.None).Issues.Where(issue => !IsOfTheCompany(issue));
                Assert.True(!issues.Any(), $"CADENCE_SEED={seed}: {name} is not plain: {Uri.EscapeDataString(cell)}");
            }
        }

        Assert.True(found > 20, $"{found} of {CellsOfField} cells were plain.");
    }

    // A name that lists several companies is told where its record is judged, not by the cell alone.
    private static bool IsOfTheCompany(ImportIssue issue) => issue.Code == IssueCodes.SeveralCompanies;

    private static string Mutate(string cell, Random random)
    {
        var text = new StringBuilder(cell);
        var runes = Alphabet.EnumerateRunes().ToArray();
        for (var edits = random.Next(3); edits > 0; edits--)
        {
            var at = random.Next(text.Length + 1);
            if (random.Next(3) > 0 && at < text.Length && !char.IsSurrogate(text[at]))
            {
                text.Remove(at, 1);
            }

            if (random.Next(3) > 0 && (at == 0 || !char.IsHighSurrogate(text[at - 1])))
            {
                text.Insert(at, runes[random.Next(runes.Length)].ToString());
            }
        }

        return text.ToString();
    }
}

using System.Globalization;
using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Preview;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>A cell that is read for its verdict alone has the issues of one that is read for a lead. <c>CADENCE_SEED</c> runs the same cells again.</summary>
public sealed class RowScannerTests(ITestOutputHelper output)
{
    private static readonly int CellsOfField = LongProof.Count(sample: 2_000, all: 20_000);
    private const string Alphabet = "0123456789aANnCcZz éÉÃÂâ©œ€\u00A0\u200B\u2028'’-–.,;:/\\|@+_()<>&\"#?%=*[]\t\n\u0085😀";

    private static readonly string[] Seeds =
    [
        "7", "42", "Anne", "Zoé", "N/C", "NC.", "Marie", "Mme", "anne.petit@exemple.example", "a@b.example", "0546778899", "05 46 77 88 99", "+33546778899",
        "+33 5 46 77 88 99", "0508123456", "https://www.exemple.example/a?b=c", "exemple.example", "25/12/1990", "2026-04-25", "01/01/2026 14:30",
        "2026-04-25 01:02:03", "0000-00-00", "Acme SARL", "73282932000074", "732829320", "Une note", "a,b", "Oui", "n", "1", "17000", "La Rochelle",
        "a@b.example, A@B.example; c@d.example", "05 46 77 88 99 / 06 12 34 56 78", "+33 (0)5 46 77 88 99", "Dupont, Martin", "7,1E+12", "04/25/2026",
        "=\"01000\"", "=\"a\"\"b\"", "#N/A", "########", "Acme, #REF!", "Caf&eacute; &amp; Cie", "&#39;Zo&eacute;&nbsp;", "'06400", "1000", "75008.0", "45123",
        "45123,5", "15-mars-85", "ven. 15 mars 1985", "2024-01-02T10:00:00+01:00",
    ];

    public static TheoryData<string> Fields => [.. LeadFields.All.Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_cell_has_the_same_issues_whether_a_lead_is_made_or_not(string name)
    {
        var seed = Environment.GetEnvironmentVariable("CADENCE_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CADENCE_SEED={seed}, {CellsOfField} cells"));
        var random = new Random(seed);
        var field = LeadFields.All.Single(known => known.Name == name) with { IsMandatory = random.Next(2) == 0, MaxLength = random.Next(2) == 0 ? 12 : null };
        var mapping = FieldMapping.Empty.WithColumn(field, new(0, field.Name));
        var options = new SellsyImportOptions { MaxEmails = 2, MaxPhones = 1, InvalidEmailIsError = random.Next(2) == 0 };
        var mapper = new FieldMapper(Options.Create(options));
        var columns = new ColumnSelection([0]);
        var withIssues = 0;
        for (var i = 0; i < CellsOfField; i++)
        {
            var cell = Mutate(Seeds[random.Next(Seeds.Length)], random);
            var row = new SellsyRow(1, new(2, 2), columns, [cell]);
            var scanner = mapper.ScannerOf(mapping, 2026);
            scanner.Begin(row.Number);
            var scanned = scanner.Scan(row);
            var contact = scanned.ContactId.ToString();
            var file = new ScannedFile(scanner);
            var facts = file.ToFacts([new(0, field.Name)], [], ReadingOverrides.None);
            file.AddIssuesUnder(facts);

            var mapped = mapper.Map(row, mapping, facts);

            var rest = mapper.MapOwner(scanner.Owners.Pairs[0], mapping, facts).Issues;
            rest = [.. rest, .. file.UndecidedCompanies.Keys.SelectMany(undecided => mapper.MapCompany(undecided, mapping, facts).Issues)];
            file.Issues.Add(rest, row.Number);
            var expected = new IssueTally();
            expected.Add(mapped.Issues, row.Number);
            Assert.True(
                expected.ToCauses(9, out _).SequenceEqual(file.Issues.ToCauses(9, out _)) && expected.ToCounts().SequenceEqual(file.Issues.ToCounts()),
                $"CADENCE_SEED={seed}: {name} {Uri.EscapeDataString(cell)}: {Text(expected)} expected, {Text(file.Issues)} found");
            Assert.Equal(mapped.Lead?.SellsyContactId ?? "", contact);
            withIssues += mapped.Issues.IsEmpty ? 0 : 1;
        }

        output.WriteLine($"{withIssues} cells with issues");
    }

    private static string Text(IssueTally issues) => string.Join(' ', issues.ToCauses(9, out _));

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

using System.Text;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Tests.Importing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Cadence.SellsyImport.Tests.Properties;

public sealed class ImportProperties
{
    [Fact]
    public void The_books_balance_and_preview_and_add_agree_for_any_file() =>
        Property.Holds(Prop.ForAll(RandomExports.Lines, Gen.Choose(1, 7).ToArbitrary(), Gen.Elements(Enum.GetValues<RepeatedContacts>()).ToArbitrary(), async (lines, batchSize, repeated) =>
        {
            using var host = new ImportHost(options => (options.BatchSize, options.RepeatedContacts) = (batchSize, repeated));
            host.Sink.AddExisting(new ExistingLead("4"));
            var source = ImportHost.Source(RandomExports.Headings + "\r\n" + string.Join("\r\n", lines.Prepend("900;Anne;Petit;Marie Durand;;;;;;")));

            var plan = await host.PreviewAsync(source, Mapped);
            var report = await host.Importer.AddAsync(source, plan);
            var rows = await host.Importer.ReadReportAsync(source, report).ToListAsync();

            Assert.Equal(plan.Rows, plan.Counts.Rows);
            Assert.Equal(plan.Rows, rows.Count);
            Assert.True(report.Counts.IsBalanced);
            Assert.Equal(
                (plan.Counts.Blank, plan.Counts.Active, plan.Counts.Error),
                (report.Counts.Added + report.Counts.Updated + report.Counts.Unchanged, report.Counts.Skipped, report.Counts.Errors));
            foreach (var row in rows)
            {
                Assert.Equal(row.Preview.Status == RowStatus.Error, row.Issues.Any(issue => issue.Severity == IssueSeverity.Error));
                Assert.Equal(plan.StatusOf(row.Number), row.Preview.Status);
            }

            var counted = rows.SelectMany(row => row.Issues).CountBy(issue => (issue.Code, issue.Severity)).OrderBy(count => count.Key);
            Assert.Equal(report.Issues.Select(issue => KeyValuePair.Create((issue.Code, issue.Severity), (int)issue.Count)).OrderBy(count => count.Key), counted);
            Assert.Equal(
                rows.Where(row => row.Outcome == RowOutcome.Added).Select(row => (row.Number, row.Preview.Lead!.SellsyContactId, row.Preview.Owner!)),
                host.Sink.Leads.OrderBy(entry => entry.Row).Select(entry => (entry.Row, entry.Lead.SellsyContactId, entry.Owner)));
        }));

    [Fact]
    public void The_same_file_twice_changes_nothing() =>
        Property.Holds(
            Prop.ForAll(RandomExports.Lines, async lines =>
            {
                using var host = new ImportHost();
                var source = ImportHost.Source(RandomExports.Headings + "\r\n" + string.Join("\r\n", lines.Prepend("900;Anne;Petit;Marie Durand;;;;;;")));

                var first = await host.Importer.AddAsync(source, await host.PreviewAsync(source, Mapped));
                var second = await host.Importer.AddAsync(source, await host.PreviewAsync(source, Mapped));

                Assert.Equal(0, second.Counts.Added);
                Assert.Equal(first.Counts.Added, second.Counts.Skipped);
                Assert.Equal(first.Counts.Errors, second.Counts.Errors);
            }),
            tests: 100);

    [Fact]
    public void Any_input_whatever_gives_a_result_or_the_one_documented_exception() =>
        Property.Holds(
            Prop.ForAll(Arbitrary(), async bytes =>
            {
                using var host = new ImportHost();
                var source = ImportSource.FromBytes("contacts.csv", bytes);
                try
                {
                    var overview = await host.Importer.OpenAsync(source);
                    var mapping = overview.Suggestion.Mapping
                        .WithConstant(LeadFields.Owner, "Marie Durand")
                        .WithConstant(LeadFields.FirstName, "Anne")
                        .WithColumn(LeadFields.SellsyContactId, overview.Columns[0]);
                    var plan = await host.Importer.PreviewAsync(source, mapping);
                    var report = await host.Importer.AddAsync(source, plan);
                    Assert.True(report.Counts.IsBalanced);
                }
                catch (SellsyImportException exception)
                {
                    Assert.NotEqual(ErrorCodes.SeamContractBroken, exception.Code);
                }
            }),
            tests: 500);

    /// <summary>The mandatory fields, which the random values of a column may veto.</summary>
    private static FieldMapping Mapped(FieldMapping suggested) => suggested
        .WithColumn(LeadFields.SellsyContactId, new(0, "ID Sellsy"))
        .WithColumn(LeadFields.FirstName, new(1, "Prénom"))
        .WithColumn(LeadFields.Owner, new(3, "Propriétaire"));

    private static Arbitrary<byte[]> Arbitrary()
    {
        var pieces = Gen.Elements(
            "1", "22", "a", "é", ";", ";", ";", ",", "\t", "\"", "\"\"", "\r\n", "\n", "\r", "\0", "\uFEFF", "ID Sellsy", "Prénom", "Nom", "sep=;\n", "Ã©", "\u2028");
        var text = pieces.ArrayOf().Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)));
        var latin = pieces.ArrayOf().Select(parts => Encoding.Latin1.GetBytes(string.Concat(parts)));
        var raw = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();
        return Gen.OneOf(text, latin, raw).ToArbitrary();
    }
}

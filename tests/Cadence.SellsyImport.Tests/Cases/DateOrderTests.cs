using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>The order of day and month of a column, and what decided it.</summary>
public sealed class DateOrderTests
{
    [Fact]
    public async Task A_column_that_one_cell_turned_month_first_says_what_decided_and_how_many_cells_stand_for_and_against()
    {
        using var host = new ImportHost(users: CaseUsers.All);
        const string csv =
            """
            ID Sellsy;Prénom;Nom;Propriétaire;Date de création;Date de dernière modification
            820011;Lucie;Brémont;Hélène Aubrac;02/03/2026;25/03/2026
            820012;Marc;Ollivier;Hélène Aubrac;04/05/2026;26/05/2026
            820013;Nadia;Ferrand;Hélène Aubrac;01/31/2026;27/05/2026
            """;

        var plan = await host.PreviewAsync(ImportHost.Source(csv));

        var finding = Assert.Single(plan.Findings, finding => finding.Field is not null);
        Assert.Equal((IssueCodes.DateOrderFound, IssueSeverity.Warning, "Date de création"), (finding.Code, finding.Severity, finding.Column));
        Assert.Equal(["MM/dd/yyyy", "1", "0", "2"], finding.Arguments);
        Assert.Equal(
            "Created in Sellsy: The dates of the column are read as MM/dd/yyyy. Dates possible in this order only: 1, in the other only: 0, in both: 2. Check one date that you know; if it is wrong, choose the order: DateOrders (--date-order).",
            ImportTexts.English.IssueText(finding));
        Assert.Equal(
            "Date de création : Les dates de la colonne sont lues comme MM/dd/yyyy. Dates possibles dans cet ordre seulement : 1, dans l'autre seulement : 0, dans les deux : 2. Vérifiez une date que vous connaissez ; si elle est fausse, choisissez l'ordre : DateOrders (--date-order).",
            ImportTexts.French.IssueText(finding));
    }

    [Fact]
    public async Task A_column_whose_cells_contradict_each_other_is_read_day_first_and_says_so()
    {
        using var host = new ImportHost(users: CaseUsers.All);

        var plan = await host.PreviewAsync(ImportHost.Source(
            "ID Sellsy;Prénom;Propriétaire;Anniversaire\n1;A;Hélène Aubrac;25/03/1990\n2;B;Hélène Aubrac;26/03/1990\n3;C;Hélène Aubrac;03/25/1990\n4;D;Hélène Aubrac;03/04/1990\n"));

        var finding = Assert.Single(plan.Findings, finding => finding.Field is not null);
        Assert.Equal((IssueCodes.DateOrderFound, 1L), (finding.Code, plan.Issues.Single(count => count.Code == IssueCodes.DateInvalid).Count));
        Assert.Equal(["dd/MM/yyyy", "2", "1", "1"], finding.Arguments);
    }

    [Theory]
    [InlineData("25/03/1990", "03/04/1990")]
    [InlineData("1990-03-25", "15-mars-85")]
    [InlineData("03/03/1990", "05/05/1990")]
    public async Task A_column_that_is_day_first_or_needs_no_order_says_nothing(string first, string second)
    {
        using var host = new ImportHost(users: CaseUsers.All);

        var plan = await host.PreviewAsync(ImportHost.Source(
            $"ID Sellsy;Prénom;Propriétaire;Anniversaire\n1;A;Hélène Aubrac;{first}\n2;B;Hélène Aubrac;{second}\n"));

        Assert.DoesNotContain(plan.Findings, finding => finding.Field is not null);
    }
}

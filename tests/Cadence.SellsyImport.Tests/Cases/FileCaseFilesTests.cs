using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>The files from the field about which file it is and whose ids it has, byte for byte, each with its right answer.</summary>
public sealed class FileCaseFilesTests
{
    [Theory]
    [InlineData("domain-pipedrive-list-fr", ErrorCodes.ExportOfAnotherProgram, "Pipedrive")]
    [InlineData("domain-zoho-en-old", ErrorCodes.ExportOfAnotherProgram, "Zoho")]
    [InlineData("domain-brevo-fr", ErrorCodes.ExportOfAnotherProgram, "Brevo")]
    [InlineData("domain-axonaut", ErrorCodes.ExportOfAnotherProgram, "Axonaut")]
    [InlineData("domain-parts", ErrorCodes.ExportOfAnotherKind, "individuals")]
    public async Task A_file_of_other_ids_is_refused_by_name(string file, string code, string named)
    {
        using var host = new ImportHost(users: CaseFile.Users());

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => host.Importer.OpenAsync(CaseFile.Source(file), ImportHost.Cancellation));

        Assert.Equal((code, named), (exception.Code, exception.Arguments[^1]));
    }

    [Fact]
    public async Task A_list_of_clients_has_no_contact_id()
    {
        using var host = new ImportHost(users: CaseFile.Users());

        var exception = await Assert.ThrowsAsync<SellsyImportException>(
            () => host.PreviewAsync(CaseFile.Source("domain-clients"), mapping => mapping.WithConstant(LeadFields.Owner, "Hélène Aubrac")));

        Assert.Equal(ErrorCodes.MandatoryFieldsNotMapped, exception.Code);
        Assert.Equal(LeadFields.SellsyContactId.Name, exception.Arguments[^1]);
    }

    [Fact]
    public async Task A_constant_is_no_identity()
    {
        using var host = new ImportHost(users: CaseFile.Users());
        var overview = await host.Importer.OpenAsync(CaseFile.Source("domain-const-id"), ImportHost.Cancellation);

        var exception = Assert.Throws<SellsyImportException>(() => overview.Suggestion.Mapping.WithConstant(LeadFields.SellsyContactId, "5"));

        Assert.Equal(ErrorCodes.IdentityConstant, exception.Code);
    }

    [Fact]
    public async Task Words_of_a_status_are_no_company_and_no_region()
    {
        using var host = new ImportHost(users: CaseFile.Users());

        var mapping = (await host.Importer.OpenAsync(CaseFile.Source("domain-etat-status"), ImportHost.Cancellation)).Suggestion.Mapping;

        Assert.Equal(
            ["FirstName", "LastName", "Owner", "SellsyContactId"],
            mapping.Assignments.Select(assignment => assignment.Field.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Names_of_the_interface_of_programs_are_recognised_and_times_keep_their_wall_time()
    {
        var (_, rows) = await CaseFile.PreviewAsync("domain-sellsy-api-v2");

        var lead = rows[0].Lead!;
        Assert.Contains(lead.Phones, phone => phone.E164 == "+33612345678");
        Assert.Equal("https://www.linkedin.com/in/jd", lead.LinkedIn);
        Assert.Equal(new DateTime(2024, 1, 2, 10, 0, 0), lead.CreatedInSellsy);
    }
}

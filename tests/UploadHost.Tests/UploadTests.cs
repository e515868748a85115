using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;

namespace UploadHost.Tests;

public sealed class UploadTests(WebApplicationFactory<Program> factory) : IClassFixture<WebApplicationFactory<Program>>
{
    private const string Headings = "ID Sellsy;Prénom;Nom;E-mail;Propriétaire\r\n";

    private readonly HttpClient _client = factory.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_by_a_form_is_imported_into_the_hosts_own_store_and_rejected_rows_are_told_with_their_reasons()
    {
        var result = await JsonAsync(await PostAsync($"{Headings}101;Anne;Petit;anne@exemple.fr;Hélène Aubrac\r\n102;Luc;Grand;;Jean Inconnu\r\n"));

        Assert.Equal((2, 1, 1), (Count(result, "read"), Count(result, "added"), Count(result, "errors")));
        var rejected = Assert.Single(result.GetProperty("rejected").EnumerateArray());
        Assert.Equal(2, rejected.GetProperty("row").GetInt64());
        Assert.StartsWith("Propriétaire : Utilisateur non présent dans Cadence", rejected.GetProperty("reasons")[0].GetString(), StringComparison.Ordinal);
        var contact = await _client.GetFromJsonAsync<JsonElement>("/contacts/101", Cancellation);
        Assert.Equal(("Anne", "anne@exemple.fr", "Hélène Aubrac"), (Text(contact, "firstName"), Text(contact, "email"), Text(contact, "owner")));
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/contacts/102", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_of_several_megabytes_is_imported_whole_by_a_form_and_by_a_body_that_is_read_once(bool isForm)
    {
        const int Rows = 60_000;
        var (first, text) = (isForm ? 1_000_000 : 2_000_000, new StringBuilder(Headings));
        for (var row = 0; row < Rows; row++)
        {
            text.Append(first + row).Append(";Anne;Petit;anne.petit").Append(row).Append("@exemple.fr;Sophie Martin\r\n");
        }

        Assert.InRange(text.Length, 3_000_000, 10_000_000);
        var response = isForm ? await PostAsync(text.ToString()) : await PutAsync("contacts.csv", text.ToString());

        var result = await JsonAsync(response);
        Assert.Equal((Rows, Rows), (Count(result, "read"), Count(result, "added")));
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync($"/contacts/{first + Rows - 1}", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_same_upload_again_adds_nothing()
    {
        const string Export = $"{Headings}301;Anne;Petit;;Hélène Aubrac\r\n302;Luc;Petit;;Hélène Aubrac\r\n";
        Assert.Equal(2, Count(await JsonAsync(await PostAsync(Export)), "added"));

        var again = await JsonAsync(await PutAsync("contacts.csv", Export));

        Assert.Equal((0, 2), (Count(again, "added"), Count(again, "skipped")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_cannot_be_used_is_refused_with_its_code_and_its_remedy(bool isForm)
    {
        using var response = isForm ? await PostAsync("") : await PutAsync("contacts.csv", "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("FileEmpty", Text(problem, "title"));
        Assert.StartsWith("contacts.csv", Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploads_at_once_are_all_imported()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(async upload => await JsonAsync(
            await PostAsync(Headings + string.Concat(Enumerable.Range(0, 500).Select(row => $"{400_000 + (upload * 1_000) + row};Anne;Petit;;Karim N'Daw\r\n"))))));

        Assert.All(results, result => Assert.Equal(500, Count(result, "added")));
    }

    private async Task<HttpResponseMessage> PostAsync(string text)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "contacts.csv" } };
        return await _client.PostAsync("/imports", form, Cancellation);
    }

    private async Task<HttpResponseMessage> PutAsync(string name, string text)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        return await _client.PutAsync($"/imports/{name}", body, Cancellation);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static long Count(JsonElement result, string name) => result.GetProperty("counts").GetProperty(name).GetInt64();

    private static string? Text(JsonElement result, string name) => result.GetProperty(name).GetString();
}

using System.Net;
using System.Text;
using System.Text.Json;
using Cadence.SellsyImport.Excel.Tests;
using static Cadence.SellsyImport.AspNetCore.Tests.PageHost;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>How a file is read: workbooks, and what a person chooses in the place of what is detected.</summary>
public sealed class ReadingTests
{
    private static readonly string[] Headings = ["ID Sellsy", "Prénom", "Nom", "Propriétaire"];

    [Fact]
    public async Task A_workbook_goes_the_whole_way_where_the_host_takes_workbooks()
    {
        await using var host = await StartAsync(build: import => import.UseExcel());
        using var client = host.Client();
        var workbook = TestWorkbook.Of(Headings, ["1", "Léa", "Blanc", "Marie Durand"], ["2", "Zoé", "Gris", "Hélène Aubrac"]);

        var config = await ReadAsync(client.GetAsync("api/config", Cancellation));
        var session = await ReadAsync(OpenAsync(client, await UploadAsync(client, workbook.ToBytes(), "Contacts.XLSX")));
        var id = session.GetProperty("id").GetString()!;
        await WorkAsync(client, id, "preview");
        var count = await ReadAsync(client.PostAsync($"api/sessions/{id}/count", Json(new { column = 3, from = "Marie Durand" }), Cancellation));
        await WorkAsync(client, id, "add");

        Assert.Equal(".csv,.xlsx,.xlsm", config.GetProperty("accept").GetString());
        Assert.Equal((true, 1), (session.GetProperty("file").GetProperty("isWorkbook").GetBoolean(), session.GetProperty("file").GetProperty("sheets").GetArrayLength()));
        Assert.Equal(1, count.GetProperty("rows").GetInt64());
        Assert.Equal(["1", "2"], host.Sink.Leads.Select(lead => lead.Lead.SellsyContactId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_sheet_is_read_once_a_person_chooses_it()
    {
        await using var host = await StartAsync(build: import => import.UseExcel());
        using var client = host.Client();
        var workbook = TestWorkbook.Of(Headings, ["1", "Léa", "Blanc", "Marie Durand"]) with
        {
            Sheets = """<sheet name="Contacts" sheetId="1" r:id="rId1"/><sheet name="2025" sheetId="2" r:id="rId10"/>""",
        };
        var parts = workbook.ToParts();
        var relations = parts.Keys.Single(name => name.EndsWith("workbook.xml.rels", StringComparison.Ordinal));
        workbook = workbook with
        {
            Parts = TestWorkbook.Part(relations, parts[relations].Replace("</Relationships>", """<Relationship Id="rId10" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/other.xml"/></Relationships>""", StringComparison.Ordinal))
                .Add("xl/worksheets/other.xml", TestWorkbook.Sheet(TestWorkbook.RowsOf(Headings, ["7", "Ada", "Noir", "Marie Durand"], ["8", "Bob", "Vert", "Marie Durand"]))),
        };

        var session = await ReadAsync(OpenAsync(client, await UploadAsync(client, workbook.ToBytes(), "contacts.xlsx")));
        var id = session.GetProperty("id").GetString()!;
        var changed = await ReadAsync(PatchAsync(client, id, new { reading = new { sheet = "2025" } }));
        using var unknown = await PatchAsync(client, id, new { reading = new { sheet = "2024" } });
        var previewed = await WorkAsync(client, id, "preview");

        Assert.Equal(["Contacts", "2025"], session.GetProperty("file").GetProperty("sheets").EnumerateArray().Select(sheet => sheet.GetString()));
        Assert.Equal("Ada", changed.GetProperty("sample")[0][1].GetString());
        Assert.Contains("SheetNotFound", await unknown.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(2, previewed.GetProperty("plan").GetProperty("rows").GetInt64());
    }

    [Fact]
    public async Task A_host_that_takes_no_workbooks_says_what_to_do()
    {
        await using var host = await StartAsync();
        using var client = host.Client();

        var config = await ReadAsync(client.GetAsync("api/config", Cancellation));
        using var answer = await OpenAsync(client, await UploadAsync(client, TestWorkbook.Of(Headings, ["1", "Léa", "Blanc", "Marie Durand"]).ToBytes(), "contacts.xlsx"));

        Assert.Equal(".csv", config.GetProperty("accept").GetString());
        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Equal(
            "contacts.xlsx is an Excel workbook (.xlsx). In Excel, save it as \"CSV UTF-8\", or export the contacts from Sellsy again.",
            (await JsonOfAsync(answer)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_file_whose_headings_are_not_found_is_read_as_a_person_says()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        var lines = string.Concat(Enumerable.Range(1, 60).Select(line => $"{line};Zoé;zoe@exemple.example;06 00 00 00 {line:00}\n"));
        var bytes = Encoding.UTF8.GetBytes($"{lines}ID Sellsy;Prénom;Nom;Propriétaire\n1;Léa;Blanc;Marie Durand\n");
        var fileId = await UploadAsync(client, bytes, "contacts.csv");

        using var refused = await OpenAsync(client, fileId);
        var session = await ReadAsync(OpenAsync(client, fileId, new { headingRow = 61, separator = ";", encoding = "utf-8" }));
        using var impossible = await OpenAsync(client, fileId, new { encoding = "klingon" });
        var previewed = await WorkAsync(client, session.GetProperty("id").GetString()!, "preview");

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Equal(61, session.GetProperty("reading").GetProperty("headingRow").GetInt32());
        Assert.Equal(HttpStatusCode.BadRequest, impossible.StatusCode);
        Assert.Equal(1, previewed.GetProperty("plan").GetProperty("counts").GetProperty("blank").GetInt64());
    }

    private static Task<HttpResponseMessage> OpenAsync(HttpClient client, string fileId, object? reading = null) =>
        client.PostAsync("api/sessions", Json(new { fileId, reading }), Cancellation);

    private static Task<HttpResponseMessage> PatchAsync(HttpClient client, string id, object change) =>
        client.PatchAsync($"api/sessions/{id}", Json(change), Cancellation);

    private static async Task<JsonElement> JsonOfAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
}

using System.IO.Compression;
using System.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Files;

public sealed class WrongFileTests
{
    public static TheoryData<string, byte[]> OtherKinds => new()
    {
        { "xlsx", Archive("[Content_Types].xml", "xl/workbook.xml") },
        { "docx", Archive("[Content_Types].xml", "word/document.xml") },
        { "zip", Archive("contacts.csv") },
        { "gz", Compressed("ID Sellsy;Nom\n1;Petit\n") },
        { "xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0] },
        { "pdf", "%PDF-1.7\n%âãÏÓ\n"u8.ToArray() },
        { "html", "\r\n<!DOCTYPE html>\n<html><body>Session expirée</body></html>"u8.ToArray() },
        { "html", "<HTML><head></head></HTML>"u8.ToArray() },
        { "xml", "<?xml version=\"1.0\"?><a/>"u8.ToArray() },
        { "json", "{\"error\":\"token expired\"}"u8.ToArray() },
        { "rtf", "{\\rtf1\\ansi}"u8.ToArray() },
        { "png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] },
        { "sqlite", "SQLite format 3\0xxxx"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(OtherKinds))]
    public async Task A_file_of_another_kind_is_named(string kind, byte[] bytes)
    {
        var failure = await Exports.FailureAsync(bytes);

        Assert.Equal(ErrorCodes.FileOfAnotherKind, failure.Code);
        Assert.Equal([Exports.Name, kind], failure.Arguments);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\r\n \r\n")]
    public async Task An_empty_file_is_told(string text)
    {
        var failure = await Exports.FailureAsync(Encoding.UTF8.GetBytes(text));

        Assert.Equal(ErrorCodes.FileEmpty, failure.Code);
        Assert.Equal([Exports.Name], failure.Arguments);
    }

    [Theory]
    [InlineData("ID Sellsy;Prénom;Nom")]
    [InlineData("ID Sellsy;Prénom;Nom\r\n\r\n  \r\n")]
    public async Task Headings_without_a_row_are_told(string text) =>
        Assert.Equal(ErrorCodes.FileWithoutRows, (await Exports.FailureAsync(Encoding.UTF8.GetBytes(text))).Code);

    [Theory]
    [InlineData("Bonjour,\nvoici une lettre qui n'est pas un tableau.\nCordialement\n")]
    [InlineData("1;Zoé;zoe@exemple.fr\n2;Ali;ali@exemple.fr\n")]
    [InlineData("\u0001\u0002\u0003\u0004binary\u0000\u0000")]
    public async Task A_file_without_headings_is_told(string text) =>
        Assert.Equal(ErrorCodes.HeadingsNotFound, (await Exports.FailureAsync(Encoding.UTF8.GetBytes(text))).Code);

    [Theory]
    [InlineData("ID Sellsy;Prénom;\"Nom;Note\n1;Zoé;Petit;a\n2;Ali;Roux;b\n", "1")]
    [InlineData("ID Sellsy;Prénom;\"Nom;Note\n1;Zoé;Petit;a\n2;Ali;Roux\";b\n3;Léa;Noir;c\n", "1")]
    [InlineData("Export\n\n\"ID Sellsy;Prénom;Nom;Note\n\n1;Zoé;Petit;a\n2;Ali;Roux;\"b\"\n", "3")]
    public async Task A_quote_among_the_headings_that_is_not_closed_is_named_with_its_line(string text, string line)
    {
        var failure = await Exports.FailureAsync(Encoding.UTF8.GetBytes(text));

        Assert.Equal(ErrorCodes.HeadingsDamaged, failure.Code);
        Assert.Equal([Exports.Name, line], failure.Arguments);
    }

    [Theory]
    [InlineData("ID COMMENTAIRE SELLSY;ID COMMENTAIRE PARENT;ID CLIENT/PROSPECT/FOURNISSEUR;DATE;TEXTE\n1;;5;01/02/2026;bonjour\n", "comments")]
    [InlineData("TITRE;TERMINEE;LABEL;DATE;DATE DE CREATION;DESCRIPTION;CREATEUR;OBJET LIE\nRappel;N;;01/02/2026;;x;Zoé;y\n", "tasks")]
    [InlineData("Nom;N° SIREN;Contacts;Propriétaire\nACME;552100554;Zoé;Ali\n", "companies")]
    [InlineData("ID Produit;Référence;Nom commercial\n1;R1;Stylo\n", "products")]
    [InlineData("Numéro;Client;Date;Statut;Montant TTC\nF1;ACME;01/02/2026;payée;12,00\n", "invoices")]
    public async Task Another_export_of_Sellsy_is_named(string text, string export)
    {
        var failure = await Exports.FailureAsync(Encoding.UTF8.GetBytes(text));

        Assert.Equal(ErrorCodes.ExportOfAnotherKind, failure.Code);
        Assert.Equal([Exports.Name, export], failure.Arguments);
    }

    [Fact]
    public async Task Too_many_columns_are_told()
    {
        var failure = await Exports.FailureAsync("ID Sellsy;Nom;Note\n1;a;b\n"u8.ToArray(), options => options.MaxColumns = 2);

        Assert.Equal(ErrorCodes.TooManyColumns, failure.Code);
        Assert.Equal([Exports.Name, "3", "2"], failure.Arguments);
    }

    private static byte[] Archive(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                using var content = archive.CreateEntry(entry).Open();
                content.Write("content"u8);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}

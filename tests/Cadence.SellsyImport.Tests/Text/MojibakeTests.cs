using System.Text;
using Cadence.SellsyImport.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Text;

public class MojibakeTests
{
    [Theory]
    [InlineData("PrÃ©nom", "Prénom")]
    [InlineData("HÃ©lÃ¨ne BrÃ»lÃ©", "Hélène Brûlé")]
    [InlineData("cÅ“ur", "cœur")]
    [InlineData("lâ€™Ã©tÃ©", "l’été")]
    [InlineData("voilÃ\u00A0", "voilà")]
    [InlineData("Ã‰TÃ‰", "ÉTÉ")]
    [InlineData("Ã\u0081lvaro", "Álvaro")]
    [InlineData("100 â‚¬", "100 €")]
    [InlineData("Bravo ðŸ˜€", "Bravo 😀")]
    [InlineData("\u00EF\u00BB\u00BFNom", "\uFEFFNom")]
    [InlineData("Ð\u0098Ð²Ð°Ð½", "Иван")]
    [InlineData("PropriÃƒÂ©taire", "Propriétaire")]
    public void A_text_encoded_twice_is_repaired(string garbled, string expected)
    {
        Assert.True(Mojibake.IsSuspect(garbled));
        Assert.True(Mojibake.TryRepair(garbled, out var repaired));
        Assert.Equal(expected, repaired);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Prénom")]
    [InlineData("Hélène Brûlé")]
    [InlineData("São Paulo, À côté, ÂGE, Ångström")]
    [InlineData("L'ÉTÉ… C’EST L’ÉTÉ\u00A0: «\u00A0CLARTÉ»")]
    [InlineData("BJÖRN À… SOCIÉTÉ™")]
    [InlineData("L’été…\u00A0»")]
    [InlineData("« l'été’”")]
    [InlineData("éŒœ")]
    [InlineData("Ã© et 😀")]
    [InlineData("voilÃ ")]
    [InlineData("Ελένη Иван")]
    public void A_text_that_is_not_surely_encoded_twice_stays(string text)
    {
        Assert.False(Mojibake.TryRepair(text, out var repaired));
        Assert.Same(text, repaired);
    }

    [Theory]
    [InlineData("SociÃ©tÃ© crÃ©Ã©e Ã Lyon")]
    [InlineData("DÃ©jÃ cliente, c’est notÃ©")]
    [InlineData("SociÃ©tÃ© crÃ©Ã©e")]
    [InlineData("12 € – clientÃ¨le")]
    [InlineData("Ã Lyon")]
    [InlineData("voilÃ ")]
    [InlineData("voilÃ")]
    [InlineData("5Â°, Â«motÂ» et 😀")]
    [InlineData("Ã© et 😀")]
    [InlineData("lâ€™Ã©tÃ© Ã Lyon")]
    [InlineData("PrÃƒÂ©nom – Ω")]
    [InlineData("Pr├®nom")]
    [InlineData("H√©l√®ne")]
    [InlineData("lÔÇÖ├®t├®")]
    [InlineData("l‚Äôété")]
    public void A_text_that_is_garbled_in_part_is_reported(string text)
    {
        Assert.True(Mojibake.IsSuspect(text));
        Assert.True(Mojibake.IsGarbled(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hélène Brûlé")]
    [InlineData("São Paulo, À côté, ÂGE, Ångström, JOÃO")]
    [InlineData("Ã")]
    [InlineData("L'ÉTÉ… C’EST L’ÉTÉ\u00A0: «\u00A0CLARTÉ»")]
    [InlineData("BJÖRN À… SOCIÉTÉ™")]
    [InlineData("L’été…\u00A0»")]
    [InlineData("« l'été’”")]
    [InlineData("éŒœ")]
    [InlineData("Ελένη Иван")]
    [InlineData("√2, √ x, ├── a, │ b, ┬┴")]
    [InlineData("ÂME. CHÂTEAU, Â ")]
    [InlineData("CÔÇ, ‚Ä")]
    public void A_text_that_people_write_is_not_reported(string text) => Assert.False(Mojibake.IsGarbled(text));

    [Fact]
    public void Every_latin_letter_of_french_is_repaired_from_windows_1252()
    {
        const string Letters = "àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆ";
        foreach (var letter in Letters)
        {
            var garbled = string.Concat(Encoding.UTF8.GetBytes($"a{letter}b").Select(AsWindows1252));
            Assert.True(Mojibake.TryRepair(garbled, out var repaired), garbled);
            Assert.Equal($"a{letter}b", repaired);
        }
    }

    private static char AsWindows1252(byte value) => value is >= 0x80 and <= 0x9F ? Mojibake.FromWindows1252((char)value) : (char)value;
}

using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

public class SpreadsheetErrorTests
{
    [Theory]
    [InlineData("#N/A #N/D #REF! #VALUE! #VALEUR! #NAME? #NOM? #DIV/0! #NUM! #NOMBRE! #NULL! #NUL!")]
    [InlineData("#SPILL! #PROPAGATION! #EPARS! #ÉPARS! #CALC! #FIELD! #CHAMP! #BLOCKED! #BLOQUE! #BLOQUÉ!")]
    [InlineData("#UNKNOWN! #INCONNU! #CONNECT! #CONNEXION! #BUSY! #OCCUPE! #OCCUPÉ! #EXTERNAL! #EXTERNE! #PYTHON!")]
    [InlineData("#TIMEOUT! #GETTING_DATA #CHARGEMENT_DONNEES #OBTENTION_DONNEES #ERROR! #ERREUR!")]
    [InlineData("Err:502 err:508 ERR:999 ## ###### '#REF! #ref! '##")]
    public void What_a_spreadsheet_writes_for_an_error_is_one(string errors) =>
        Assert.All(errors.Split(' '), error => Assert.True(SpreadsheetError.Is(error), error));

    [Theory]
    [InlineData("#NOM\u00A0?")]
    [InlineData("#REF !")]
    [InlineData(" #N/A ")]
    [InlineData("Err :502")]
    public void Blanks_within_it_do_not_matter(string error) => Assert.True(SpreadsheetError.Is(error));

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("'")]
    [InlineData("E")]
    [InlineData("#1")]
    [InlineData("#équipe")]
    [InlineData("#REF")]
    [InlineData("#REF!#REF!")]
    [InlineData("# ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    [InlineData("Err:50")]
    [InlineData("Err:5022")]
    [InlineData("Err:50a")]
    [InlineData("Erreur")]
    [InlineData("Ernest")]
    [InlineData("N/A #REF!")]
    public void A_text_that_only_begins_so_is_none(string text) => Assert.False(SpreadsheetError.Is(text));
}

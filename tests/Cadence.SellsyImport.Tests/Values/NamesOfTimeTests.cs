using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

/// <summary>Months and days of the week as people and programs write them: the names and short forms of CLDR 46 in French and English, without their points.</summary>
public sealed class NamesOfTimeTests
{
    [Theory]
    [InlineData(1, "janvier janv Janv JANVIER jan January Jan")]
    [InlineData(2, "février fevrier févr fév February Feb")]
    [InlineData(3, "mars Mar March MAR")]
    [InlineData(4, "avril avr April Apr")]
    [InlineData(5, "mai May MAI")]
    [InlineData(6, "juin June Jun")]
    [InlineData(7, "juillet juil July Jul")]
    [InlineData(8, "août aout August Aug")]
    [InlineData(9, "septembre sept sep September Sep")]
    [InlineData(10, "octobre oct October Oct")]
    [InlineData(11, "novembre nov November Nov")]
    [InlineData(12, "décembre déc dec December Dec")]
    [InlineData(0, "jui ma ju 13 janvierr vendémiaire mensis-septembris é x")]
    public void A_month_is_known_by_its_names_and_short_forms(int number, string names) =>
        Assert.All(names.Split(' '), name => Assert.Equal(number, MonthName.NumberOf(name)));

    [Theory]
    [InlineData(true, "lundi mardi mercredi jeudi vendredi samedi dimanche Lundi DIMANCHE lun mar mer jeu ven sam dim")]
    [InlineData(true, "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun SUN")]
    [InlineData(false, "jour day lundis demain mars avr wednesdays x é")]
    public void A_day_of_the_week_is_known_by_its_names_and_short_forms(bool isDay, string names) =>
        Assert.All(names.Split(' '), name => Assert.Equal(isDay, Weekday.Is(name)));
}

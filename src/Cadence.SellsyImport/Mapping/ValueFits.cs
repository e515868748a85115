namespace Cadence.SellsyImport.Mapping;

/// <summary>Checks loosely whether a value can belong to a field: a bad value is reported on its row, and only a column is vetoed.</summary>
internal static class ValueFits
{
    private const int LongestCivility = 20;
    private const int LongestConsent = 40;
    private const int LongestDayAndMonthName = 18;
    private const int FewestPhoneDigits = 3;

    public static ValueFit Judge(LeadField field, bool isWeakHeading, in ValueShape value) => field.Kind switch
    {
        LeadFieldKind.ContactId or LeadFieldKind.OwnerId => value.IsSiret ? ValueFit.Foreign : Id(value),
        LeadFieldKind.CompanyId => CompanyId(value),
        LeadFieldKind.OwnerName => value.IsDigits || value.IsPhone || StatusWords.Contain(value.Text) ? ValueFit.Foreign : ValueFit.Fits,
        LeadFieldKind.Civility => Civility(isWeakHeading, value),
        LeadFieldKind.Email => value.HasAt ? ValueFit.Fits : value.IsPhone || value.IsDate ? ValueFit.Foreign : ValueFit.Doubtful,
        LeadFieldKind.Phone => Phone(value),
        LeadFieldKind.WebAddress => value.IsEmail || value.IsDigits || value.IsPhone ? ValueFit.Doubtful : ValueFit.Fits,
        LeadFieldKind.Date or LeadFieldKind.DateTime => Date(value),
        LeadFieldKind.Consent => value.IsEmail ? ValueFit.Foreign : Doubtful(value.Digits > 1 || value.Length > LongestConsent),
        LeadFieldKind.YesNo => Doubtful(value.IsEmail || value.Digits > 1 || value.Length > LongestConsent),
        LeadFieldKind.Number => Doubtful(!value.HasDigit),
        LeadFieldKind.CompanyName => StatusWords.Contain(value.Text) ? ValueFit.Foreign : Doubtful(value.IsEmail || value.IsDigits || value.IsDate),
        LeadFieldKind.Siren => CompanyNumber(value, 7, 9, 14),
        LeadFieldKind.Siret => CompanyNumber(value, 12, 14, 9),
        LeadFieldKind.Text => Text(field, value),
        _ => ValueFit.Fits,
    };

    private static ValueFit Id(in ValueShape value) => value.IsEmail ? ValueFit.Foreign
        : value.IsSpreadsheetNumber ? ValueFit.Fits
        : Doubtful(!value.IsDigits);

    private static ValueFit CompanyId(in ValueShape value) => value.IsEmail ? ValueFit.Foreign
        : value.IsSpreadsheetNumber ? ValueFit.Fits
        : Doubtful(!value.IsDigits && (value.HasLetter || value.IsDate || value.IsPhone));

    private static ValueFit Civility(bool isWeakHeading, in ValueShape value)
    {
        if (value.HasAt || value.HasDigit)
        {
            return ValueFit.Foreign;
        }

        return Doubtful(isWeakHeading ? !CivilityWords.Contain(value.Text) : value.Length > LongestCivility);
    }

    private static ValueFit Phone(in ValueShape value) => value.IsEmail || value.IsDate ? ValueFit.Foreign
        : value.IsSpreadsheetNumber ? ValueFit.Fits
        : Doubtful(value.Digits < FewestPhoneDigits || value.HasMoreLettersThanDigits);

    private static ValueFit Date(in ValueShape value) => value.IsEmail ? ValueFit.Foreign
        : value.IsDayNumber ? ValueFit.Fits
        : Doubtful(!value.HasDigit || value.Letters > LongestDayAndMonthName || value.IsPhone);

    private static ValueFit CompanyNumber(in ValueShape value, int fewest, int most, int ofTheOther) => value.IsEmail ? ValueFit.Foreign
        : value.IsSpreadsheetNumber || (!value.HasLetter && value.Digits >= fewest && value.Digits <= most) ? ValueFit.Fits
        : value.Digits == ofTheOther && !value.HasLetter ? ValueFit.Foreign
        : ValueFit.Doubtful;

    /// <remarks>A last name made of digits is real; of a field of the host nothing is known.</remarks>
    private static ValueFit Text(LeadField field, in ValueShape value) => IsStatus(field, value.Text) ? ValueFit.Foreign : Doubtful(field.Name switch
    {
        nameof(LeadFields.LastName) => value.IsEmail,
        nameof(LeadFields.FirstName) or nameof(LeadFields.JobPosition) or nameof(LeadFields.CompanyType) or nameof(LeadFields.CompanyCity)
            or nameof(LeadFields.CompanyState) or nameof(LeadFields.CompanyCountry) => value.IsEmail || value.IsDigits || value.IsPhone || value.IsDate,
        nameof(LeadFields.CompanyZipCode) => value.IsEmail || value.IsDate || (!value.HasDigit && value.HasLetter),
        nameof(LeadFields.CompanySize) or nameof(LeadFields.CompanyAddress) => value.IsEmail,
        _ => false,
    });

    private static bool IsStatus(LeadField field, ReadOnlySpan<char> text) => field.Name switch
    {
        nameof(LeadFields.FirstName) or nameof(LeadFields.LastName) => StatusWords.ContainWord(text),
        nameof(LeadFields.JobPosition) or nameof(LeadFields.CompanyState) or nameof(LeadFields.CompanyCity) or nameof(LeadFields.CompanyCountry) =>
            StatusWords.Contain(text),
        _ => false,
    };

    private static ValueFit Doubtful(bool isDoubtful) => isDoubtful ? ValueFit.Doubtful : ValueFit.Fits;
}

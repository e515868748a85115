namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>The cells of the contacts. What stands in a cell depends on the seed, the row and the column alone.</summary>
internal sealed class ContactWriter(SellsyExportOptions options, RowChoices choices, int columns)
{
    private const int PersonKey = 1_000;
    private const int OwnerKey = 1_001;
    private const int CompanyKey = 1_002;
    private const int AddressKey = 1_003;
    private const int CompanyTraitsKey = 2_003;
    private const int ProfileKeys = 3_000;
    private const int UnknownOwners = 12;

    private readonly SellsyExportProfile _profile = options.Profile;
    private readonly PersonNames _names = new(options.Profile.AccentedNameShare);
    private readonly CellText _cell = new();
    private readonly string[] _owners = [.. Enumerable.Range(0, options.Owners + UnknownOwners).Select(InventedOwners.DisplayName)];

    /// <summary>The text of a cell, valid until the next call.</summary>
    /// <param name="row">The zero-based index of the row.</param>
    /// <param name="column">The column.</param>
    public ReadOnlySpan<char> Cell(long row, SellsyExportColumn column)
    {
        _cell.Clear();
        if (!IsOfCompany(column))
        {
            row = choices.ContactOf(row, columns);
        }

        var random = new RandomStream(options.Seed, row, (int)column);
        var peculiar = new RandomStream(options.Seed, row, ProfileKeys + (int)column);
        var mayBeBlank = column is not (SellsyExportColumn.ContactId or SellsyExportColumn.FirstName or SellsyExportColumn.Owner);
        if (!mayBeBlank || !random.Chance(options.BlankShare))
        {
            Write(row, column, ref random, ref peculiar);
        }
        else if (peculiar.Chance(_profile.PlaceholderShare))
        {
            _cell.Add(IsDate(column) ? "0000-00-00" : peculiar.OneOf(Words.Placeholders));
        }

        return _cell.Text;
    }

    private static bool IsOfCompany(SellsyExportColumn column) => column is SellsyExportColumn.CompanyId or SellsyExportColumn.CompanyType
        or SellsyExportColumn.Company or SellsyExportColumn.CompanyEmail or SellsyExportColumn.Website or SellsyExportColumn.Siret
        or SellsyExportColumn.CompanyPhone;

    private static bool IsDate(SellsyExportColumn column) =>
        column is SellsyExportColumn.CreatedAt or SellsyExportColumn.ModifiedAt or SellsyExportColumn.Birthday;

    private void Write(long row, SellsyExportColumn column, ref RandomStream random, ref RandomStream peculiar)
    {
        switch (column)
        {
            case SellsyExportColumn.ContactId:
                _cell.Add(10_000_001 + row);
                break;
            case SellsyExportColumn.Owner:
                _cell.Add(_owners[choices.HasUnknownOwner(row)
                    ? options.Owners + peculiar.Below(UnknownOwners)
                    : Member(row, OwnerKey, options.Owners)]);
                break;
            case SellsyExportColumn.FirstName or SellsyExportColumn.LastName or SellsyExportColumn.Email or SellsyExportColumn.LinkedIn
                or SellsyExportColumn.Twitter or SellsyExportColumn.Facebook:
                WritePerson(row, column, ref peculiar);
                break;
            case SellsyExportColumn.CompanyId or SellsyExportColumn.CompanyType or SellsyExportColumn.Company or SellsyExportColumn.CompanyEmail
                or SellsyExportColumn.Website or SellsyExportColumn.Siret:
                WriteCompany(Member(row, CompanyKey, options.Companies), column);
                break;
            case SellsyExportColumn.ZipCode or SellsyExportColumn.City or SellsyExportColumn.State:
                WriteCity(row, column);
                break;
            default:
                WriteIndependent(row, column, ref random, ref peculiar);
                break;
        }
    }

    private void WritePerson(long row, SellsyExportColumn column, ref RandomStream peculiar)
    {
        var person = _names.Of(new RandomStream(options.Seed, row, PersonKey));
        var (firstName, lastName) = (person.AsciiFirstName, person.AsciiLastName);
        _ = column switch
        {
            SellsyExportColumn.FirstName => _cell.Add(person.FirstName),
            SellsyExportColumn.LastName => _cell.Add(person.LastName),
            SellsyExportColumn.Email => WriteEmails(row, person, ref peculiar),
            SellsyExportColumn.LinkedIn => _cell.Add("https://www.linkedin.com/in/").Add(firstName).Add('-').Add(lastName).Add('-').Add(row + 1),
            SellsyExportColumn.Twitter => _cell.Add('@').Add(firstName).Add('_').Add(row + 1),
            _ => _cell.Add("facebook.com/").Add(firstName).Add('.').Add(row + 1),
        };
    }

    private CellText WriteEmails(long row, Person person, ref RandomStream peculiar)
    {
        var (firstName, lastName) = peculiar.Chance(_profile.AccentedEmailShare)
            ? (person.AccentedFirstName, person.AccentedLastName)
            : (person.AsciiFirstName, person.AsciiLastName);
        _cell.Add(firstName).Add('.').Add(lastName).Add(row + 1).Add("@exemple.example");
        return peculiar.Chance(_profile.SeveralEmailsShare)
            ? _cell.Add(", ").Add(person.AsciiFirstName).Add(row + 1).Add("@autre.example")
            : _cell;
    }

    private void WritePhones(bool isMobile, double severalShare, ref RandomStream random, ref RandomStream peculiar)
    {
        Phones.Write(_cell, isMobile, ref random, peculiar.Fraction(), _profile);
        if (peculiar.Chance(severalShare))
        {
            _cell.Add(", ");
            Phones.Write(_cell, isMobile, ref random, peculiar.Fraction(), _profile);
        }
    }

    private void WriteCompanyName(int company)
    {
        var random = new RandomStream(options.Seed, company, CompanyTraitsKey);
        var hasComma = random.Chance(_profile.CommaCompanyShare);
        Companies.Name(_cell, company, hasComma, _profile.AccentedCompanyShare is { } share ? random.Chance(share) : null);
    }

    private void WriteCompany(int company, SellsyExportColumn column)
    {
        switch (column)
        {
            case SellsyExportColumn.CompanyId:
                Companies.Id(_cell, company);
                break;
            case SellsyExportColumn.CompanyType:
                _cell.Add(Companies.Type(company));
                break;
            case SellsyExportColumn.Company:
                WriteCompanyName(company);
                break;
            case SellsyExportColumn.CompanyEmail:
                Companies.Email(_cell, company);
                break;
            case SellsyExportColumn.Website:
                Companies.Website(_cell, company);
                break;
            default:
                Companies.Siret(_cell, company);
                break;
        }
    }

    private void WriteCity(long row, SellsyExportColumn column)
    {
        var (zip, city, state) = new RandomStream(options.Seed, row, AddressKey).OneOf(Words.Cities);
        _cell.Add(column switch
        {
            SellsyExportColumn.ZipCode => zip,
            SellsyExportColumn.City => city,
            _ => state,
        });
    }

    private void WriteIndependent(long row, SellsyExportColumn column, ref RandomStream random, ref RandomStream peculiar)
    {
        switch (column)
        {
            case SellsyExportColumn.Civility:
                _cell.Add(random.OneOf(Words.Civilities));
                break;
            case SellsyExportColumn.JobPosition:
                _cell.Add(random.OneOf(Words.JobPositions));
                break;
            case var _ when IsDate(column):
                WriteDate(column, ref random);
                break;
            case SellsyExportColumn.Fax or SellsyExportColumn.CompanyPhone:
                WritePhones(isMobile: false, severalShare: 0, ref random, ref peculiar);
                break;
            case SellsyExportColumn.Phone or SellsyExportColumn.Mobile:
                WritePhones(column == SellsyExportColumn.Mobile, _profile.SeveralPhonesShare, ref random, ref peculiar);
                break;
            case SellsyExportColumn.Note when peculiar.Chance(_profile.HtmlNoteShare):
                WriteHtmlNote(ref random);
                break;
            case SellsyExportColumn.Note:
                WriteNote(ref random);
                break;
            case SellsyExportColumn.Tags:
                WriteTags(ref random);
                break;
            case SellsyExportColumn.EmailConsent or SellsyExportColumn.SmsConsent or SellsyExportColumn.MainContact
                or SellsyExportColumn.InvoicingContact or SellsyExportColumn.ReminderContact:
                _cell.Add(random.Chance(0.5) ? 'Y' : 'N');
                break;
            case SellsyExportColumn.AddressName:
                _cell.Add(random.OneOf(Words.AddressNames));
                break;
            case SellsyExportColumn.AddressLine1:
                _cell.Add(1 + random.Below(200)).Add(' ').Add(random.OneOf(Words.Streets));
                break;
            case SellsyExportColumn.AddressLine2:
                _cell.Add(random.OneOf(Words.AddressDetails));
                break;
            case SellsyExportColumn.Country:
                _cell.Add("FR");
                break;
            case SellsyExportColumn.AddressId:
                _cell.Add(700_001 + row);
                break;
        }
    }

    private void WriteDate(SellsyExportColumn column, ref RandomStream random)
    {
        var isBirthday = column == SellsyExportColumn.Birthday;
        _cell.Add(1 + random.Below(28), 2).Add('/').Add(1 + random.Below(12), 2).Add('/');
        _cell.Add(isBirthday ? 1945 + random.Below(60) : 2012 + random.Below(14));
        if (!isBirthday)
        {
            _cell.Add(' ').Add(random.Below(24), 2).Add(':').Add(random.Below(60), 2);
        }
    }

    private void WriteNote(ref RandomStream random)
    {
        var gap = random.Chance(options.MultilineNoteShare) ? '\n' : ' ';
        var sentences = gap == '\n' ? 2 + random.Below(2) : 1;
        for (var sentence = 0; sentence < sentences; sentence++)
        {
            if (sentence > 0)
            {
                _cell.Add(gap);
            }

            _cell.Add(random.OneOf(Words.NoteSentences));
        }
    }

    private void WriteHtmlNote(ref RandomStream random)
    {
        _cell.Add("<p>").Add(random.OneOf(Words.NoteSentences)).Add("</p>\n<p>").Add(random.OneOf(Words.NoteSentences));
        _cell.Add("<br />\n").Add("À rappeler&nbsp;: ").Add(1 + random.Below(28)).Add(" du mois.</p>");
    }

    private void WriteTags(ref RandomStream random)
    {
        var first = random.Below(Words.Tags.Length);
        var count = 1 + random.Below(3);
        for (var tag = 0; tag < count; tag++)
        {
            if (tag > 0)
            {
                _cell.Add(", ");
            }

            _cell.Add(Words.Tags[(first + (3 * tag)) % Words.Tags.Length]);
        }
    }

    private int Member(long row, int key, int count) =>
        row < count ? (int)row : new RandomStream(options.Seed, row, key).Below(count);
}

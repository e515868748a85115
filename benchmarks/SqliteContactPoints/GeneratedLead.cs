using System.Globalization;

namespace SqliteContactPoints;

/// <summary>An invented lead with the contact points of a usual export: 1.0 e-mail addresses and 1.3 phone numbers on average.</summary>
internal sealed record GeneratedLead(string Id, string[] Texts, string[] Emails, (string Type, string Text, string E164)[] Phones)
{
    public static GeneratedLead[] Some(int count)
    {
        var random = new Random(20260101);
        var leads = new GeneratedLead[count];
        for (var i = 0; i < count; i++)
        {
            var name = random.Next(100_000, 999_999).ToString(CultureInfo.InvariantCulture);
            var texts = new string[12];
            for (var text = 0; text < texts.Length; text++)
            {
                texts[text] = $"Éléonore {name} n° {text}";
            }

            var emails = new string[random.Next(10) switch { 0 => 0, < 9 => 1, _ => 2 }];
            for (var email = 0; email < emails.Length; email++)
            {
                emails[email] = $"{Word(random)}.{name}@societe{random.Next(50_000)}.example";
            }

            var phones = new List<(string, string, string)>();
            foreach (var (type, share) in (ReadOnlySpan<(string, int)>)[("phone", 60), ("mobile", 60), ("fax", 10)])
            {
                if (random.Next(100) < share)
                {
                    var digits = random.Next(100_000_000, 999_999_999).ToString(CultureInfo.InvariantCulture);
                    phones.Add((type, $"0{digits[..1]} {digits[1..3]} {digits[3..5]} {digits[5..7]} {digits[7..]}", $"+33{digits}"));
                }
            }

            leads[i] = new((1_000_000 + i).ToString(CultureInfo.InvariantCulture), texts, emails, [.. phones]);
        }

        return leads;
    }

    private static string Word(Random random)
    {
        var letters = new char[7];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)('a' + random.Next(26));
        }

        return new(letters);
    }
}

using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Storage;
using Xunit;

namespace Cadence.SellsyImport.Tests.Leads;

/// <summary>The digest of a lead hangs on every value that it has, and on nothing else.</summary>
public sealed class LeadDigestTests
{
    private static readonly CadenceUser Owner = new("u-1", "Marie", "Durand");

    private static readonly Lead Full = new()
    {
        SellsyContactId = "1",
        FirstName = "Anne",
        LastName = "Étigny",
        NamedOwner = new("Marie Durand", "9"),
        Civility = "Mme",
        JobPosition = "Gérante",
        Emails = [new(EmailType.Primary, "a@etigny.example")],
        Phones = [new(PhoneType.Phone, "05 46 77 88 99", "+33546778899")],
        LinkedIn = "in/anne",
        Website = "etigny.example",
        Note = "Note",
        Birthday = new(1968, 2, 29),
        Tags = ["salon"],
        Company = Company("Étigny"),
        OtherCompanies = [Company("Fils")],
        CreatedInSellsy = new(2024, 4, 3),
        ModifiedInSellsy = new(2025, 4, 3),
        EmailConsent = true,
        SmsConsent = false,
        CustomValues = [new("Region", "Ain")],
        UnmappedValues = [new("Twitter", "@a")],
        UnreadValues = [new("Birthday", "29/02/68 ?")],
    };

    [Fact]
    public void Every_property_of_a_lead_and_of_its_parts_changes_it()
    {
        // How the file names the owner is not part of it.
        var digests = Variants(Full).Cast<Lead>().Where(lead => lead.NamedOwner == Full.NamedOwner).Select(lead => LeadDigest.Of(lead, Owner))
            .Append(LeadDigest.Of(Full, Owner)).ToList();

        Assert.Equal(digests.Count, digests.Distinct().Count());
        Assert.Equal(LeadDigest.Of(Full, Owner), LeadDigest.Of(Full with { NamedOwner = default }, Owner));

        // One for each property at the least, so that one that is added later is noticed here.
        Assert.InRange(digests.Count, 60, 200);
    }

    [Fact]
    public void It_is_the_same_for_equal_values_and_another_name_of_the_owner_and_in_every_process()
    {
        Assert.Equal(LeadDigest.Of(Full, Owner), LeadDigest.Of(LeadSnapshot.FromJson(LeadSnapshot.ToJson(new(Full, Owner, 5))).Lead, Owner));
        Assert.Equal(LeadDigest.Of(Full, Owner), LeadDigest.Of(Full, Owner with { LastName = "Dupont" }));
        Assert.NotEqual(LeadDigest.Of(Full, Owner), LeadDigest.Of(Full, Owner with { Id = "u-2" }));
        Assert.Equal(-7208894942544460539, LeadDigest.Of(new() { SellsyContactId = "1" }, Owner));
    }

    [Fact]
    public void A_text_is_not_taken_for_the_same_text_in_another_place()
    {
        Lead[] leads =
        [
            new() { SellsyContactId = "1", FirstName = "ab", LastName = "c" },
            new() { SellsyContactId = "1", FirstName = "a", LastName = "bc" },
            new() { SellsyContactId = "1", FirstName = "abc" },
            new() { SellsyContactId = "1", LastName = "abc" },
            new() { SellsyContactId = "1", FirstName = "abc", LastName = "" },
            new() { SellsyContactId = "1", Tags = ["a", "b"] },
            new() { SellsyContactId = "1", Tags = ["ab"] },
            new() { SellsyContactId = "1", Tags = ["ab", ""] },
        ];

        Assert.Equal(leads.Length, leads.Select(lead => LeadDigest.Of(lead, Owner)).Distinct().Count());
    }

    private static LeadCompany Company(string name) => new()
    {
        SellsyId = $"id {name}",
        Name = name,
        Email = "c@etigny.example",
        Phone = new(PhoneType.Phone, "05", "+335"),
        Website = "c.example",
        Size = "11",
        Type = "client",
        AddressLines = ["12 rue"],
        ZipCode = "01000",
        City = "Bourg",
        State = "Ain",
        Country = "FR",
        Siren = "732829320",
        Siret = "73282932000074",
    };

    /// <summary>The value with one of its properties, or of the properties of its parts, changed at a time.</summary>
    private static IEnumerable<object?> Variants(object? value) => value switch
    {
        null => [],
        string text => [text + "x", null],
        bool yesNo => [!yesNo, null],
        DateOnly day => [day.AddDays(1), null],
        DateTime time => [time.AddSeconds(1), null],
        Enum kind => [Enum.ToObject(kind.GetType(), ((IConvertible)kind).ToInt32(null) + 1)],
        IList list => ListVariants(list),
        _ => ObjectVariants(value),
    };

    private static IEnumerable<object?> ListVariants(IList list)
    {
        var element = list.GetType().GetGenericArguments()[0];
        yield return Make(element, []);
        yield return Make(element, [list[0], list[0]]);
        foreach (var variant in Variants(list[0]).OfType<object>())
        {
            yield return Make(element, [variant]);
        }
    }

    private static object Make(Type element, object?[] items)
    {
        var array = Array.CreateInstance(element, items.Length);
        items.CopyTo(array, 0);
        return typeof(ImmutableArray).GetMethods().Single(method => method.Name == nameof(ImmutableArray.ToImmutableArray)
            && method.GetParameters() is [{ ParameterType: { IsGenericType: true } type }] && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .MakeGenericMethod(element).Invoke(null, [array])!;
    }

    private static IEnumerable<object> ObjectVariants(object value)
    {
        foreach (var property in value.GetType().GetProperties().Where(property => property.SetMethod is not null))
        {
            Assert.NotNull(property.GetValue(value));
            foreach (var variant in Variants(property.GetValue(value)))
            {
                if (variant is null && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull)
                {
                    continue;
                }

                var copy = value.GetType().GetMethod("<Clone>$")?.Invoke(value, []) ?? Copy(value);
                property.SetValue(copy, variant);
                yield return copy;
            }

            if (property.PropertyType.IsClass && property.PropertyType != typeof(string) && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable)
            {
                var copy = value.GetType().GetMethod("<Clone>$")!.Invoke(value, [])!;
                property.SetValue(copy, null);
                yield return copy;
            }
        }
    }

    private static object Copy(object value) => value is OwnerReference owner ? owner with { } : throw new InvalidOperationException(value.GetType().Name);
}

using Cadence.SellsyImport.Values;
using Xunit;

namespace Cadence.SellsyImport.Tests.Values;

/// <summary>The forms of RFC 5321, section 4.1.3, and RFC 4291, section 2.2.</summary>
public class AddressLiteralTests
{
    [Theory]
    [InlineData("[192.0.2.1]")]
    [InlineData("[255.255.255.255]")]
    [InlineData("[0.0.0.0]")]
    [InlineData("[IPv6:2001:db8:0:0:0:0:0:1]")]
    [InlineData("[ipv6:2001:db8:0:0:0:0:192.0.2.1]")]
    [InlineData("[IPv6:2001:db8::1]")]
    [InlineData("[IPv6:::1]")]
    [InlineData("[IPv6:1::]")]
    [InlineData("[IPv6:::]")]
    [InlineData("[IPv6:::192.0.2.1]")]
    [InlineData("[IPv6:1:2:3::4:5:6]")]
    [InlineData("[IPv6:1:2:3:4::192.0.2.1]")]
    public void An_address_of_the_internet_protocol_is_one(string text) => Assert.True(AddressLiteral.IsValid(text));

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("[192.0.2.1")]
    [InlineData("192.0.2.1]")]
    [InlineData("[192.0.2.256]")]
    [InlineData("[192.0.2]")]
    [InlineData("[192.0.2.]")]
    [InlineData("[.0.2.1]")]
    [InlineData("[192.0.2.1.5]")]
    [InlineData("[192.0.2.0001]")]
    [InlineData("[IPv6:]")]
    [InlineData("[IPv6:2001:db8:0:0:0:0:1]")]
    [InlineData("[IPv6:2001:db8:0:0:0:0:0:0:1]")]
    [InlineData("[IPv6:2001:db8:0:0:0:0:0:192.0.2.1]")]
    [InlineData("[IPv6:2001:db8:0:0:0:0:192.0.2.256]")]
    [InlineData("[IPv6:1:2:3:4::5:6:7]")]
    [InlineData("[IPv6:12345::1]")]
    [InlineData("[IPv6:g::1]")]
    [InlineData("[IPv6:1::g]")]
    [InlineData("[IPv6:1::2::3]")]
    [InlineData("[IPv6::1:2:3:4:5:6:7]")]
    [InlineData("[IPv6:192.0.2.1::1]")]
    [InlineData("[IPv6:1:2:3:4:5::192.0.2.1]")]
    public void What_lacks_a_part_or_has_one_too_many_is_none(string text) => Assert.False(AddressLiteral.IsValid(text));
}

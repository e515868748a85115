namespace Cadence.SellsyImport.Text;

/// <summary>
/// The folded form of a letter: lower case, without its marks. Taken from the canonical decompositions of Unicode for Latin, Greek and
/// Cyrillic, because string.Normalize does nothing under InvariantGlobalization.
/// </summary>
internal static class FoldTable
{
    private const int Size = 0x2000;

    /// <summary>Each row: the folded letter, then the letters that fold to it.</summary>
    private static readonly string[] Rows =
    [
        "aÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ",
        "bḂḃḄḅḆḇ",
        "cÇçĆćĈĉĊċČčḈḉ",
        "dÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ",
        "eÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ",
        "fḞḟ",
        "gĜĝĞğĠġĢģǦǧǴǵḠḡ",
        "hĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ",
        "iÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị",
        "jĴĵǰ",
        "kĶķǨǩḰḱḲḳḴḵ",
        "lĹĺĻļĽľŁłḶḷḸḹḺḻḼḽ",
        "mḾḿṀṁṂṃ",
        "nÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋ",
        "oÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡ",
        "oỢợ",
        "pṔṕṖṗ",
        "rŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ",
        "sŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛ",
        "tŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ",
        "uÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự",
        "vṼṽṾṿ",
        "wŴŵẀẁẂẃẄẅẆẇẈẉẘ",
        "xẊẋẌẍ",
        "yÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ",
        "zŹźŻżŽžẐẑẒẓẔẕ",
        "æǢǣǼǽ",
        "ʒǮǯ",
        "αΆάἀἁἂἃἄἅἆἇἈἉἊἋἌἍἎἏὰάᾀᾁᾂᾃᾄᾅᾆᾇᾈᾉᾊᾋᾌᾍᾎᾏᾰᾱᾲᾳᾴᾶᾷᾸᾹᾺΆᾼ",
        "εΈέἐἑἒἓἔἕἘἙἚἛἜἝὲέῈΈ",
        "ηΉήἠἡἢἣἤἥἦἧἨἩἪἫἬἭἮἯὴήᾐᾑᾒᾓᾔᾕᾖᾗᾘᾙᾚᾛᾜᾝᾞᾟῂῃῄῆῇῊΉῌ",
        "ιΊΐΪίϊἰἱἲἳἴἵἶἷἸἹἺἻἼἽἾἿὶίῐῑῒΐῖῗῘῙῚΊ",
        "οΌόὀὁὂὃὄὅὈὉὊὋὌὍὸόῸΌ",
        "ρῤῥῬ",
        "σς",
        "υΎΫΰϋύὐὑὒὓὔὕὖὗὙὛὝὟὺύῠῡῢΰῦῧῨῩῪΎ",
        "ωΏώὠὡὢὣὤὥὦὧὨὩὪὫὬὭὮὯὼώᾠᾡᾢᾣᾤᾥᾦᾧᾨᾩᾪᾫᾬᾭᾮᾯῲῳῴῶῷῺΏῼ",
        "ϒϓϔ",
        "аӐӑӒӓ",
        "гЃѓ",
        "еЀЁѐёӖӗ",
        "жӁӂӜӝ",
        "зӞӟ",
        "иЍЙйѝӢӣӤӥ",
        "кЌќ",
        "оӦӧ",
        "уЎўӮӯӰӱӲӳ",
        "чӴӵ",
        "ыӸӹ",
        "эӬӭ",
        "іЇї",
        "ѵѶѷ",
        "әӚӛ",
        "өӪӫ",    ];

    private static readonly char[] Folded = Build();

    /// <summary>Whether the character is a combining mark that folding drops.</summary>
    public static bool IsMark(char character) => character is >= '\u0300' and <= '\u036F';

    /// <summary>The folded letter, or the character itself where it has no other form.</summary>
    public static char Fold(char character)
    {
        if (character < Size)
        {
            return Folded[character];
        }

        return character switch
        {
            '\u212A' => 'k',
            '\u212B' => 'a',
            >= '\uFF21' and <= '\uFF3A' => (char)(character - '\uFF21' + 'a'),
            >= '\uFF41' and <= '\uFF5A' => (char)(character - '\uFF41' + 'a'),
            >= '\uFF10' and <= '\uFF19' => (char)(character - '\uFF10' + '0'),
            _ => char.ToLowerInvariant(character),
        };
    }

    /// <summary>The letters that a ligature or special letter stands for, in lower case; null for any other character.</summary>
    public static string? Expand(char character) => character switch
    {
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' or 'ǽ' or 'Ǽ' or 'ǣ' or 'Ǣ' => "ae",
        'ß' or 'ẞ' => "ss",
        'þ' or 'Þ' => "th",
        'ĳ' or 'Ĳ' => "ij",
        'ŉ' => "'n",
        'ǆ' or 'ǅ' or 'Ǆ' => "dz",
        'ǳ' or 'ǲ' or 'Ǳ' => "dz",
        'ǉ' or 'ǈ' or 'Ǉ' => "lj",
        'ǌ' or 'ǋ' or 'Ǌ' => "nj",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' or 'ﬆ' => "st",
        '№' => "n ",
        '…' => "...",
        _ => null,
    };

    private static char[] Build()
    {
        var folded = new char[Size];
        for (var i = 0; i < Size; i++)
        {
            folded[i] = char.ToLowerInvariant((char)i);
        }

        foreach (var row in Rows)
        {
            foreach (var letter in row)
            {
                folded[letter] = row[0];
            }
        }

        folded['µ'] = 'μ';
        return folded;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Model;

/// <summary>What one of several is called. The plurals are such as lists in webhooks are called, and those that break a rule.</summary>
public sealed class EnglishPluralTests
{
    /// <summary>Plural and singular in turn.</summary>
    private const string Plurals = """
        statuses status movies movie cookies cookie aliases alias buses bus indices index analyses analysis heroes hero axes axis leaves leaf caches cache
        items item orders order users user events event labels label files file names name values value keys key days day surveys survey
        signatories signatory categories category entries entry companies company histories history countries country counties county cities city parties party policies policy
        queries query replies reply currencies currency copies copy bodies body properties property dependencies dependency repositories repository
        addresses address processes process classes class businesses business passes pass accesses access successes success witnesses witness glasses glass losses loss
        boxes box taxes tax prefixes prefix suffixes suffix indexes index hoaxes hoax faxes fax fixes fix mailboxes mailbox
        batches batch matches match branches branch patches patch searches search switches switch watches watch dispatches dispatch approaches approach coaches coach
        dishes dish pushes push hashes hash wishes wish crashes crash flashes flash
        avalanches avalanche niches niche headaches headache
        quizzes quiz buzzes buzz prizes prize sizes size breezes breeze mazes maze blitzes blitz
        cases case databases database phases phase phrases phrase purchases purchase releases release leases lease bases base canvases canvas biases bias atlases atlas gases gas
        responses response licenses license expenses expense senses sense courses course nurses nurse purposes purpose doses dose roses rose hoses hose
        houses house warehouses warehouse causes cause clauses clause pauses pause uses use excuses excuse reuses reuse fuses fuse spouses spouse
        viruses virus campuses campus bonuses bonus censuses census focuses focus choruses chorus surpluses surplus minuses minus prospectuses prospectus
        exercises exercise promises promise franchises franchise surprises surprise enterprises enterprise
        theses thesis hypotheses hypothesis parentheses parenthesis crises crisis diagnoses diagnosis synopses synopsis paralyses paralysis oases oasis cheeses cheese
        lenses lens irises iris
        potatoes potato tomatoes tomato echoes echo vetoes veto cargoes cargo zeroes zero photos photo videos video memos memo logos logo todos todo zeros zero studios studio
        shoes shoe toes toe canoes canoe horseshoes horseshoe
        wives wife knives knife lives life halves half shelves shelf wolves wolf thieves thief calves calf selves self loaves loaf scarves scarf bookshelves bookshelf
        archives archive curves curve moves move drives drive olives olive objectives objective directives directive natives native sleeves sleeve valves valve reserves reserve executives executive alternatives alternative
        zombies zombie selfies selfie rookies rookie calories calorie genies genie hoodies hoodie ties tie pies pie lies lie dies die magpies magpie skies sky flies fly tries try
        prices price services service invoices invoice devices device offices office notices notice choices choice slices slice resources resource instances instance balances balance
        matrices matrix vertices vertex appendices appendix
        employees employee fees fee trees tree degrees degree trustees trustee
        venues venue queues queue issues issue colleagues colleague
        people person children child men man women woman salesmen salesman chairwomen chairwoman feet foot teeth tooth mice mouse geese goose oxen ox
        criteria criterion phenomena phenomenon bacteria bacterium curricula curriculum alumni alumnus cacti cactus radii radius nuclei nucleus schemata schema
        menus menu gurus guru skus sku apis api uris uri emojis emoji wikis wiki taxis taxi
        areas area schemas schema quotas quota personas persona ideas idea cameras camera formulas formula
        metrics metric topics topic statistics statistic settings setting details detail rows row images image pages page codes code roles role types type
        ids id urls url tags tag ads ad
        """;

    /// <summary>What is no plural, or may be that of several words.</summary>
    private const string Others = """
        series species news status address business process access bus gas lens alias canvas atlas bias virus campus bonus corpus analysis basis axis iris crisis
        data metadata media information equipment feedback sheep fish history list content body
        physics mathematics analytics logistics politics headquarters means chassis goods proceeds savings
        sms https dns gps class pass boss loss chaos cosmos specimen regimen abdomen timeseries subspecies yes is us as s was plus
        """;

    public static IEnumerable<object[]> Pairs => Split(Plurals).Chunk(2);

    [Fact]
    public void Lists_AreLongEnough() => Assert.True(Pairs.Select(static pair => pair[0]).Distinct().Count() > 250);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Plural_HasItsSingular(string plural, string singular)
    {
        Assert.Equal(Pascal(singular), Singular(Pascal(plural)));
        Assert.Equal("Order" + Pascal(singular), Singular("Order" + Pascal(plural)));
    }

    [Theory]
    [InlineData("IDs", "ID")]
    [InlineData("OrderIDs", "OrderID")]
    [InlineData("URLs", "URL")]
    [InlineData("SKUs", "SKU")]
    [InlineData("XAxes", "XAxis")]
    [InlineData("Lineitems", "Lineitem")]
    [InlineData("Subcategories", "Subcategory")]
    [InlineData("Orderstatuses", "Orderstatus")]
    [InlineData("_2faCodes", "_2faCode")]
    public void PluralOfACompound_HasItsSingular(string plural, string singular) => Assert.Equal(singular, Singular(plural));

    [Theory]
    [InlineData("Items2")]
    [InlineData("\u00D6sterreichs")]
    [InlineData("\uACC4\uC57D")]
    public void WhatIsNotEnglish_HasItemBehindIt(string name) => Assert.Equal(name + "Item", Singular(name));

    [Fact]
    public void WhatIsNoPlural_HasItemBehindIt() => Assert.All(Split(Others), static word => Assert.Equal(Pascal(word) + "Item", Singular(Pascal(word))));

    private static string Singular(string name) => EnglishPlural.ToSingular(new CSharpName(name)).Text;

    private static string Pascal(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string[] Split(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}

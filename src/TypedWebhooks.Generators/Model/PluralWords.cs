using System;
using System.Collections.Generic;

namespace TypedWebhooks.Generators.Model;

/// <summary>English words whose plural follows no rule, or that look like plurals and are none.</summary>
internal static class PluralWords
{
    /// <summary>Plurals that are learnt one by one, or whose rule other words break.</summary>
    public static readonly IReadOnlyDictionary<string, string> Irregular = Pairs(
        """
        people person men man women woman children child grandchildren grandchild feet foot teeth tooth geese goose mice mouse lice louse oxen ox dice die
        indices index subindices subindex matrices matrix vertices vertex vortices vortex appendices appendix codices codex apices apex helices helix
        crises crisis oases oasis diagnoses diagnosis prognoses prognosis neuroses neurosis psychoses psychosis metamorphoses metamorphosis
        symbioses symbiosis hypnoses hypnosis synopses synopsis metastases metastasis axes axis testes testis
        criteria criterion phenomena phenomenon automata automaton bacteria bacterium curricula curriculum memoranda memorandum strata stratum
        errata erratum addenda addendum quanta quantum spectra spectrum symposia symposium aquaria aquarium referenda referendum corpora corpus
        genera genus schemata schema stigmata stigma ova ovum millennia millennium
        alumni alumnus cacti cactus fungi fungus nuclei nucleus radii radius stimuli stimulus foci focus syllabi syllabus loci locus termini terminus
        bacilli bacillus octopi octopus
        quizzes quiz gases gas biogases biogas lenses lens irises iris trellises trellis metropolises metropolis
        lives life afterlives afterlife elves elf aches ache headaches headache toothaches toothache backaches backache heartaches heartache
        toes toe tiptoes tiptoe foes foe hoes hoe aloes aloe woes woe floes floe roes roe progenies progeny
        """);

    /// <summary>Words that end like plurals: they are singular, are the same as their plural, or have none.</summary>
    public static readonly HashSet<string> NoPlurals = Set(
        """
        series species subspecies news means headquarters barracks crossroads gallows chassis corps debris rendezvous scissors trousers pants jeans
        thanks goods savings proceeds clothes belongings surroundings alms shambles premises
        physics mathematics economics politics ethics athletics gymnastics analytics logistics electronics mechanics dynamics robotics genetics
        linguistics acoustics optics aerodynamics
        alias atlas canvas bias gas biogas pancreas pajamas pyjamas christmas texas kansas overseas whereas saas paas iaas
        chaos cosmos kudos ethos pathos asbestos rhinoceros thermos pos ios macos eros
        lens yes always perhaps besides does has was his hers ours yours theirs plus
        sms mms https dns gps aws css tls sas cors rss nfs ups
        diabetes rabies measles sans afterwards towards backwards forwards upwards
        specimen regimen omen abdomen acumen semen stamen lumen amen hymen ramen yemen cyclamen bitumen
        """);

    /// <summary>Words in <c>u</c> and <c>i</c> that only take an <c>s</c>: most words in <c>us</c> and <c>is</c> are singular.</summary>
    public static readonly HashSet<string> EndingInVowels = Set(
        """
        menu submenu guru emu gnu haiku tutu snafu sku gpu cpu ecu mcu tpu iou bayou caribou impromptu
        api uri emoji wiki taxi kiwi ski alibi safari bikini rabbi gui cli poi pi
        """);

    /// <summary>Words in a silent <c>e</c> that the rules would take off: of caches, movies, shoes.</summary>
    public static readonly string[] EndingInE =
    [
        "cache", "mustache", "moustache", "avalanche", "niche", "creche", "quiche", "psyche", "cliche", "pastiche", "douche", "brioche", "tranche", "panache", "cartouche",
        "movie", "cookie", "zombie", "selfie", "rookie", "brownie", "calorie", "genie", "prairie", "pixie", "hoodie", "goalie", "birdie", "smoothie", "auntie", "budgie",
        "junkie", "groupie", "veggie", "foodie", "newbie", "freebie", "bookie", "indie", "magpie", "necktie", "sortie", "collie", "techie", "laddie", "lassie",
        "talkie", "townie", "walkie", "boogie", "hippie", "preemie", "bowtie", "camaraderie", "reverie", "menagerie", "coterie", "lingerie", "patisserie",
        "shoe", "canoe", "oboe",
        "impasse", "finesse", "posse", "crevasse", "masseuse", "lacrosse",
    ];

    /// <summary>Words in <c>o</c> that take <c>es</c>.</summary>
    public static readonly string[] EndingInO =
    [
        "hero", "potato", "tomato", "echo", "veto", "torpedo", "embargo", "tornado", "volcano", "mosquito", "mango", "cargo", "domino", "buffalo", "motto", "halo", "zero", "go",
        "innuendo", "mulatto", "desperado", "peccadillo", "portico", "tuxedo", "superhero", "archipelago", "fresco", "ghetto", "memento", "no",
    ];

    /// <summary>Words in <c>f</c> or <c>fe</c> by their plurals' end, which is <c>ve</c> and an <c>s</c>.</summary>
    public static readonly IReadOnlyDictionary<string, string> EndingInF = Pairs(
        """
        leave leaf shelve shelf selve self loave loaf thieve thief wolve wolf calve calf halve half knive knife wive wife
        scarve scarf hoove hoof wharve wharf dwarve dwarf sheave sheaf
        """);

    /// <summary>Words in <c>use</c>, since more of the plurals in <c>uses</c> are of words in <c>us</c>.</summary>
    public static readonly HashSet<string> EndingInUse = Set(
        "use reuse misuse overuse disuse fuse defuse refuse infuse diffuse muse ruse recluse excuse abuse peruse");

    /// <summary>Words in <c>as</c>, since more of the plurals in <c>ases</c> are of words in <c>ase</c>.</summary>
    public static readonly string[] EndingInAs = ["alias", "canvas", "bias", "atlas", "pancreas", "christmas"];

    private static HashSet<string> Set(string words) => new(Split(words), StringComparer.Ordinal);

    private static Dictionary<string, string> Pairs(string words)
    {
        string[] all = Split(words);
        Dictionary<string, string> pairs = new(StringComparer.Ordinal);
        for (int i = 0; i < all.Length; i += 2)
        {
            pairs.Add(all[i], all[i + 1]);
        }

        return pairs;
    }

    private static string[] Split(string words) => words.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}

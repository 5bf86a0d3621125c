using System.Linq;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>Texts that end literals and comments, hide code, break XML, or are no names: what a schema must not smuggle into C#.</summary>
internal static class HostileText
{
    public static readonly string[] All =
    [
        // Nothing, or next to nothing.
        "", " ", "\t", "_", "__", "-", ".", "0", "@", "#", "$", "\\", "/", "'", "\"", "`",

        // The ends of literals and comments, and code behind them.
        "\"; System.Environment.Exit(1); //", "\\\"; //", "\\", "\\u0022", "\"\"\"", "\"\"\"\"", "*/", "*/ class Evil {} /*", "/*", "//", "///",
        "{}", "{{}}", "{0}", "{value}", "}", "{", ");", "*/}}}}", "#endif", "#error no", "#pragma warning disable", "#line 1 \"x\"",

        // The five characters that end a line, and their pair.
        "a\nclass Evil {}", "a\rclass Evil {}", "a\u0085class Evil {}", "a\u2028class Evil {}", "a\u2029class Evil {}", "a\r\nclass Evil {}", "a\n\nb", "\n", "\v\f",

        // XML.
        "</summary>", "<include file='/etc/passwd' path='*'/>", "<include file=\"x.xml\" path=\"/*\"/>", "<!-- ", "-->", "<![CDATA[", "]]>", "&", "&lt;", "&#0;", "&nope;",
        "<see cref=\"Nowhere\"/>", "<para>", "<?xml?>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",

        // Characters that are not seen, or that are not characters.
        "\0", "a\0b", "\u0001", "\u001b[31m", "\u007f", "\u202Eexe", "\u2066x\u2069", "\u200B", "a\u200Db", "\uFEFF", "\u00AD", "\u061C", "\uFFFE", "\uFFFF", "\uE000",
        "\uD800", "\uDC00", "a\uD800b", "\uDC00\uD800", "x\uD83D",

        // Other scripts.
        "계약서", "Ж", "ß", "İ", "ı", "é", "e\u0301", "Å", "😀", "👩‍👩‍👧", "𝐀", "١٢٣", "²", "Ⅷ", "ﬁ",

        // Names that C# or the emitted code has already.
        "class", "record", "required", "file", "scoped", "await", "var", "dynamic", "global", "nameof", "value__", "get_X", "op_Equality", "System", "global::System", "TypedWebhooks",
        "Equals", "GetHashCode", "ToString", "EqualityContract", "Finalize", "Clone", "Deconstruct", "<Clone>$", "AdditionalProperties", "OriginalValues", "EventType", "PrintMembers", "AcmeEvent", "AcmeJsonContext", "PingEvent",

        // Size.
        new string('a', 1000), new string('é', 1000), string.Concat(Enumerable.Repeat("Ab", 500)), new string('9', 1000), new string(' ', 1000),
        string.Concat(Enumerable.Repeat("word ", 2000)),
    ];
}

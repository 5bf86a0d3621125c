using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Baselines;

internal enum WireForm
{
    Scalar,

    /// <summary>A record, enum or union of the baseline.</summary>
    Named,
    List,
    Map,
    Nullable,

    /// <summary>A value that is null where the JSON is something else.</summary>
    Loose,
    Union,
}

/// <summary>
/// The type of a member as a baseline has it. As text: <c>string</c>, <c>Order[]</c>, <c>{long}</c> for a map, <c>(string|long)</c>, <c>Order?</c>
/// where null may come, <c>~Order</c> where anything else may.
/// </summary>
/// <param name="Name">What a scalar, or a type of the baseline, is called; else empty.</param>
internal sealed record WireType(WireForm Form, string Name, EquatableArray<WireType> Parts)
{
    private const int MaxDepth = 64;

    private static readonly Dictionary<ScalarKind, string> s_scalars = new()
    {
        [ScalarKind.String] = "string",
        [ScalarKind.Boolean] = "bool",
        [ScalarKind.Int32] = "int",
        [ScalarKind.Int64] = "long",
        [ScalarKind.UInt64] = "ulong",
        [ScalarKind.Int64OrString] = "long-or-text",
        [ScalarKind.UInt64OrString] = "ulong-or-text",
        [ScalarKind.Int64Text] = "long-text",
        [ScalarKind.UInt64Text] = "ulong-text",
        [ScalarKind.Double] = "double",
        [ScalarKind.Decimal] = "decimal",
        [ScalarKind.Guid] = "guid",
        [ScalarKind.DateTimeOffset] = "date-time",
        [ScalarKind.UnixSeconds] = "unix-seconds",
        [ScalarKind.UnixMilliseconds] = "unix-milliseconds",
        [ScalarKind.DateOnly] = "date",
        [ScalarKind.TimeOnly] = "time",
        [ScalarKind.Json] = "json",
    };

    private static readonly Dictionary<string, ScalarKind> s_kinds = s_scalars.ToDictionary(static pair => pair.Value, static pair => pair.Key, StringComparer.Ordinal);

    public static WireType Scalar(ScalarKind kind) => new(WireForm.Scalar, s_scalars[kind], EquatableArray<WireType>.Empty);

    public static WireType Named(string name) => new(WireForm.Named, name, EquatableArray<WireType>.Empty);

    public static WireType Of(WireForm form, params WireType[] parts) => new(form, "", parts.ToEquatableArray());

    /// <summary>What a scalar is; null of anything else.</summary>
    public ScalarKind? Kind => Form == WireForm.Scalar && s_kinds.TryGetValue(Name, out ScalarKind kind) ? kind : null;

    public bool IsJson => Kind == ScalarKind.Json;

    /// <summary>The one part of a list, map, nullable or loose type.</summary>
    public WireType Inner => Parts[0];

    /// <summary>The type without what says that null, or anything else, may come in its place.</summary>
    public WireType Plain => Form is WireForm.Nullable or WireForm.Loose ? Inner.Plain : this;

    public static WireType Of(TypeModel type) => type switch
    {
        ScalarType scalar => Scalar(scalar.Kind),
        RecordType record => Named(record.Name.Text),
        EnumType values => Named(values.Name.Text),
        HierarchyType hierarchy => Named(hierarchy.Name.Text),
        ListType list => Of(WireForm.List, Of(list.Item)),
        MapType map => Of(WireForm.Map, Of(map.Value)),
        NullableType nullable => Of(WireForm.Nullable, Of(nullable.Inner)),
        LooseType loose => Of(WireForm.Loose, Of(loose.Inner)),
        UnionType union => Of(WireForm.Union, [.. union.Alternatives.Select(Of)]),
        _ => Of(WireForm.List, Scalar(ScalarKind.Json)),
    };

    public override string ToString() => Form switch
    {
        // A type may be called like a scalar where an event map says so.
        WireForm.Named => s_kinds.ContainsKey(Name) ? "@" + Name : Name,
        WireForm.List => Inner + "[]",
        WireForm.Map => "{" + Inner + "}",
        WireForm.Nullable => Inner + "?",
        WireForm.Loose => "~" + Inner,
        WireForm.Union => "(" + string.Join("|", Parts) + ")",
        _ => Name,
    };

    /// <summary>Reads what <see cref="ToString"/> writes; null where it is anything else.</summary>
    public static WireType? TryParse(string text)
    {
        int at = 0;
        return Read(text, ref at, 0) is { } type && at == text.Length ? type : null;
    }

    private static WireType? Read(string text, ref int at, int depth)
    {
        if (depth > MaxDepth || at >= text.Length)
        {
            return null;
        }

        if (text[at] == '~')
        {
            at++;
            return Read(text, ref at, depth + 1) is { } meant ? Of(WireForm.Loose, meant) : null;
        }

        WireType? type = text[at] switch
        {
            '{' => ReadParts(text, ref at, '}', depth) is { Count: 1 } map ? Of(WireForm.Map, [.. map]) : null,
            '(' => ReadParts(text, ref at, ')', depth) is { Count: > 1 } union ? Of(WireForm.Union, [.. union]) : null,
            _ => ReadName(text, ref at),
        };
        while (type is not null && at < text.Length && text[at] is '?' or '[')
        {
            if (text[at] == '[' && (at + 1 == text.Length || text[at + 1] != ']'))
            {
                return null;
            }

            type = Of(text[at] == '?' ? WireForm.Nullable : WireForm.List, type);
            at += text[at] == '?' ? 1 : 2;
        }

        return type;
    }

    private static List<WireType>? ReadParts(string text, ref int at, char close, int depth)
    {
        List<WireType> parts = [];
        do
        {
            at++;
            if (Read(text, ref at, depth + 1) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (at < text.Length && text[at] == '|');

        return at < text.Length && text[at++] == close ? parts : null;
    }

    private static WireType? ReadName(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && text[at] is not ('?' or '[' or '|' or ')' or '}' or '(' or '{' or '~'))
        {
            at++;
        }

        string name = text.Substring(start, at - start);
        return s_kinds.TryGetValue(name, out ScalarKind kind) ? Scalar(kind)
            : name.StartsWith("@", StringComparison.Ordinal) ? (s_kinds.ContainsKey(name.Substring(1)) ? Named(name.Substring(1)) : null)
            : CSharpName.IsValid(name) ? Named(name)
            : null;
    }
}

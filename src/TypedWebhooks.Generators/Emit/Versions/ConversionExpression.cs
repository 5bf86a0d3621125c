using System;
using System.Globalization;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit.Versions;

/// <summary>What makes a member's newer value of the older record's, which is called <c>value</c>.</summary>
internal readonly struct ConversionExpression
{
    private readonly string? _code;

    private ConversionExpression(string code) => _code = code;

    /// <param name="version">The newer version.</param>
    /// <param name="hasOwn">Whether the user makes some of it, by a parameter <c>upgrade</c>.</param>
    public static ConversionExpression Of(MemberConversion member, CSharpName version, bool hasOwn) =>
        new(new Writer(version, hasOwn).Write(member.Value, "value." + member.Old, depth: 0));

    public override string ToString() => _code ?? "";

    private sealed class Writer(CSharpName version, bool hasOwn)
    {
        private static readonly string[] s_places = ["first", "second", "third", "fourth"];

        public string Write(ValueConversion conversion, string source, int depth) => conversion switch
        {
            CopiedValue => source,
            CastValue cast => $"({TypeReference.In(version, cast.Type)}){Write(cast.Value, source, depth)}",
            ConstantValue constant => new StringLiteral(constant.Text).ToString(),
            StatedVersion stated => $"{Unless(stated.IsNullable, source)}{stated.Number ?? new StringLiteral(stated.Text!).ToString()}",
            StatedEnumVersion stated => $"{Unless(stated.IsNullable, source)}{version}.{stated.Enum}.{stated.Value}",
            MadeValue made => Make(made, source, depth),
            ItemsConversion items => $"{source}{(items.IsNullable ? "?" : "")}.ConvertAll({Static}{Named("item", depth)} => {Write(items.Item, Named("item", depth), depth + 1)})",
            UnionConversion union => Match(union, source, depth),
            _ => throw new InvalidOperationException("A conversion that is not known."),
        };

        private static string Unless(bool isNullable, string source) => isNullable ? $"{source} is null ? null : " : "";

        private string Static => hasOwn ? "" : "static ";

        private string Make(MadeValue made, string source, int depth)
        {
            string argument = made is { IsNullable: true, IsValueType: true } ? source + ".Value" : source;
            string call = made.Method.IsOwn ? $"upgrade.{made.Method.Name}({argument})"
                : $"{made.Method.Name}({argument}{(hasOwn && !made.IsValueType ? ", upgrade" : "")})";
            return !made.IsNullable ? call : OrNull(source, made.IsValueType, call, made.Type, depth);
        }

        private string Match(UnionConversion union, string source, int depth)
        {
            string functions = string.Join(", ", union.Alternatives.Select((alternative, i) =>
                $"{Static}{Named(s_places[i], depth)} => {Write(alternative, Named(s_places[i], depth), depth + 1)}"));
            string call = $"{source}{(union.IsNullable ? ".Value" : "")}.Match<{TypeReference.In(version, union.Type)}>({functions})";
            return union.IsNullable ? OrNull(source, isValueType: true, call, union.Type, depth) : call;
        }

        /// <summary>A property says what a null in its place is; a lambda does not, and to a union a null may be one of its values.</summary>
        private string OrNull(string source, bool isValueType, string call, TypeModel type, int depth)
        {
            string made = type is UnionType || (depth > 0 && TypeReference.IsValueType(type)) ? $"({TypeReference.In(version, new NullableType(type))}){call}" : call;
            return isValueType ? $"{source}.HasValue ? {made} : null" : $"{source} is null ? null : {made}";
        }

        private static string Named(string name, int depth) => depth == 0 ? name : name + (depth + 1).ToString(CultureInfo.InvariantCulture);
    }
}

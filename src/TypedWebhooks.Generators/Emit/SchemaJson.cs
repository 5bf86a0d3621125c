using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// A piece of JSON that stands in a raw string literal. Printable ASCII in one line, a quotation mark within a text escaped: three
/// marks in a row, which would end the literal, cannot come about.
/// </summary>
internal readonly struct SchemaJson
{
    private readonly string? _json;

    private SchemaJson(string json) => _json = json;

    public static SchemaJson Text(string value)
    {
        StringBuilder json = new(value.Length + 2);
        json.Append('"');
        foreach (char c in value)
        {
            _ = c is >= ' ' and <= '~' and not ('"' or '\\')
                ? json.Append(c)
                : json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return new(json.Append('"').ToString());
    }

    /// <summary>A number, of which the model has the plain digits.</summary>
    public static SchemaJson Number(string digits) =>
        digits.All(static c => c is >= '0' and <= '9' or '-' or '.') ? new(digits) : Text(digits);

    public static SchemaJson Array(IEnumerable<SchemaJson> items) => new("[" + string.Join(",", items.Select(static item => item.ToString())) + "]");

    /// <summary>An object. A member without a name is none.</summary>
    public static SchemaJson Object(params (string Name, SchemaJson Value)[] members) => new(
        "{" + string.Join(",", members.Where(static member => member.Name is not null).Select(static member => $"{Text(member.Name)}:{member.Value}")) + "}");

    public override string ToString() => _json ?? "null";
}

using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Versions;

/// <summary>Where events say which version they are of: what is brought to another version says that one from then on.</summary>
internal sealed class VersionStatement(ProviderVersion older, ProviderVersion newer, EventKeyPart from, EventCatalog catalog)
{
    private readonly string? _member = from.Header is null && from.Path.Count == 1 ? from.Path[0] : null;

    /// <summary>What the member of a newer event is that says the version; null of any other member, and where the type cannot say it.</summary>
    public ValueConversion? Of(RecordModel record, MemberModel member)
    {
        if (record.Event is null || member.WireName != _member || member.Constant is not null)
        {
            return null;
        }

        return (member.Type is NullableType nullable ? nullable.Inner : member.Type) switch
        {
            ScalarType { Kind: ScalarKind.String } => new StatedVersion(newer.Text, null, member.IsNullable),
            ScalarType { Kind: ScalarKind.Int32 or ScalarKind.Int64 } when newer.Text.Length < 10 && newer.Text.All(static c => c is >= '0' and <= '9') && (newer.Text == "0" || newer.Text[0] != '0') =>
                new StatedVersion(null, newer.Text, member.IsNullable),
            EnumType values when catalog.Enums.FirstOrDefault(model => model.Name == values.Name)?.Members.FirstOrDefault(value => value.WireName == newer.Text) is { } value =>
                new StatedEnumVersion(values.Name, value.Name, member.IsNullable),
            _ => null,
        };
    }

    /// <summary>Whether a text that is always the same is the version: each version has its own.</summary>
    public bool Moves(string before, string after) => before == older.Text && after == newer.Text;
}

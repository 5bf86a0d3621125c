using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace TypedWebhooks.Generators.Items;

/// <summary>
/// The <c>WebhookSchema</c> items of the project, by their files: one file may have several, since it may be that of several
/// providers. The compiler has one set of metadata for a file, so the items come as a list. Equal while the list is.
/// </summary>
internal sealed class SchemaItems : IEquatable<SchemaItems>
{
    private const char BetweenItems = ',';
    private const char BetweenFields = '\u001f';
    private const int Fields = 20;

    private readonly string _encoded;
    private readonly ILookup<string, SchemaMetadata> _items;

    private SchemaItems(string encoded)
    {
        _encoded = encoded;
        _items = encoded.Split([BetweenItems], StringSplitOptions.RemoveEmptyEntries)
            .Select(static entry => Decode(entry.Trim()))
            .Where(static fields => fields.Length == Fields)
            .Select(static fields => (Address: SchemaPath.Normalize(fields[1]), Metadata: ToMetadata(fields)))
            .Distinct()
            .ToLookup(static item => item.Address, static item => item.Metadata, StringComparer.Ordinal);
    }

    /// <summary>Reads the lists that project files bring; there is one.</summary>
    public static SchemaItems Read(IEnumerable<DeclaredFile> projects) =>
        new(string.Join(BetweenItems.ToString(), projects.Select(static project => project.Items)));

    /// <summary>What each item says of a file, in the order of the project; what says the same is one item.</summary>
    public IEnumerable<SchemaMetadata> Of(string address) => _items[address];

    public bool Equals(SchemaItems? other) => other is not null && string.Equals(_encoded, other._encoded, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as SchemaItems);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_encoded);

    private static string[] Decode(string entry)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(entry)).Split(BetweenFields);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static SchemaMetadata ToMetadata(string[] fields) => new(
        fields[2].Trim(),
        fields[3].Trim(),
        fields[4].Trim(),
        fields[5].Trim(),
        fields[6].Trim(),
        fields[7].Trim(),
        fields[8].Trim(),
        fields[9].Trim(),
        fields[10].Trim(),
        fields[11].Trim(),
        fields[12].Trim(),
        fields[13].Trim(),
        fields[14].Trim(),
        fields[15].Trim(),
        fields[16].Trim(),
        fields[17].Trim(),
        fields[18].Trim(),
        fields[19].Trim());
}

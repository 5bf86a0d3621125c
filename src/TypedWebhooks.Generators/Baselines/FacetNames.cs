namespace TypedWebhooks.Generators.Baselines;

/// <summary>The facts that entries have. They stand in lock files: a name that is here once stays.</summary>
internal static class FacetNames
{
    // Of a provider.
    public const string Version = "version", Names = "names", Comparison = "comparison", Namespace = "namespace", Access = "access", RequiredMembers = "required-members",
        Batch = "batch", Body = "body", Handshakes = "handshakes", CloudEvents = "cloud-events", Schema = "schema", Stated = "stated", Envelope = "envelope";

    // Of an event.
    public const string Record = "record", Constant = "constant", Named = "named";

    // Of a type.
    public const string Kind = "kind", Base = "base", Place = "place", Closed = "closed", Requires = "requires", Discriminator = "discriminator", Open = "open", Id = "id", Untyped = "untyped";

    // Of a member or value.
    public const string Type = "type", Required = "required", Name = "name", Number = "number", Keys = "keys";

    // Of most.
    public const string Obsolete = "obsolete", Documentation = "doc", Notes = "notes";

    // Keywords of a schema, which are called what they are called there.
    public const string Const = "const", Default = "default", Format = "format", Pattern = "pattern", ReadOnly = "readOnly", WriteOnly = "writeOnly",
        ContentEncoding = "contentEncoding", Conditions = "conditions", Composition = "allOf";
}

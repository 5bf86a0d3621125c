using System;
using System.Collections.Generic;
using System.Globalization;

namespace TypedWebhooks.Generators.Model;

/// <summary>
/// The type names of one provider. They differ in more than their case, since each is also a file's name to the compiler.
/// </summary>
internal sealed class TypeNameScope
{
    /// <summary>
    /// Taken from the beginning: what the emitted JSON context has beside a property for each type, and what records
    /// have for members, which are not called like the record itself (CS0542).
    /// </summary>
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "Default", "Equals", "Finalize", "GeneratedSerializerOptions", "GetHashCode", "GetType", "GetTypeInfo", "MemberwiseClone", "Options", "ReferenceEquals", "ToString", "TypeInfo",
        "AdditionalProperties", "BelongsHere", "EqualityContract", "EventType", "OriginalValues", "PrintMembers", "ReadFrom", "Visit", "WriteTo",
        "_eventTypeText", "_format", "_root", "s_cases", "s_members",
    };

    /// <summary>How often a name was wanted in vain, so that many who want the same one do not all try the same ones.</summary>
    private readonly Dictionary<string, int> _tries = new(StringComparer.OrdinalIgnoreCase);

    private readonly CSharpNamespace _namespace;
    private readonly CSharpName _provider;

    public TypeNameScope(ProviderModel provider)
    {
        _namespace = provider.Namespace;
        _provider = provider.Name;
        foreach (CSharpName name in (CSharpName[])[.. provider.BatchPath is null ? System.Array.Empty<CSharpName>() : new[] { provider.Batch }, provider.Root, provider.Unrecognized, provider.EventTypes, provider.Handler, provider.Dispatcher, provider.Registration, provider.Endpoints, provider.Binding, provider.JsonContext, provider.JsonConverter, provider.JsonSchema, provider.OpenApi, new("IsClosedTypeAttribute")])
        {
            _taken.Add(name.Text);
            _taken.Add(name.Text + EnumModel.TextsSuffix);
        }
    }

    /// <summary>
    /// The name itself or, where it is not to be had, the name with <c>Payload</c> or a number behind it. A name that files see
    /// already for another type has the provider's before it, whatever else there is.
    /// </summary>
    public CSharpName Take(CSharpName wanted)
    {
        CSharpName name = wanted = ImplicitUsings.Types.Contains(wanted.Text) ? wanted.After(_provider.Text) : wanted;
        while (!TryTake(name))
        {
            _tries.TryGetValue(wanted.Text, out int tries);
            _tries[wanted.Text] = ++tries;
            name = wanted.With(tries == 1 ? "Payload" : tries.ToString(CultureInfo.InvariantCulture));
        }

        return name;
    }

    /// <summary>Takes a name that somebody has chosen, and not made of a schema.</summary>
    public bool TryTake(CSharpName name)
    {
        // A type called like a part of its own namespace hides that namespace from whoever writes code in it (CS0118).
        if (_namespace.Has(name.Text) || _taken.Contains(name.Text) || _taken.Contains(name.Text + EnumModel.TextsSuffix))
        {
            return false;
        }

        _taken.Add(name.Text);
        _taken.Add(name.Text + EnumModel.TextsSuffix);
        return true;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Rules;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>The schema files of one provider, in ordinal order of their paths, and the project's root namespace.</summary>
internal sealed record ProviderFiles(string Name, string RootNamespace, EquatableArray<SchemaDocument> Documents)
{
    /// <summary>The provider that a file belongs to: what its item says, or else the folder that it lies in.</summary>
    public static CSharpName NameOf(SchemaFile file)
    {
        string name = file.Metadata.Provider;
        if (name.Length == 0)
        {
            string[] path = file.Path.Split('/', '\\');
            name = path.Length > 1 ? path[path.Length - 2] : System.IO.Path.GetFileNameWithoutExtension(file.Path);
        }

        // A name that its project chose stands as it is; that of a folder is made a name.
        return CSharpName.IsValid(name) && name[0] is >= 'A' and <= 'Z' ? new(name) : WireName.ToPascalCase(name);
    }

    /// <summary>Groups files by provider, its name in any case: Windows and people do not tell <c>Telia</c> from <c>telia</c>.</summary>
    public static IEnumerable<ProviderFiles> Group(IEnumerable<SchemaDocument> documents, string rootNamespace) => documents
        .GroupBy(static document => NameOf(document.File).Text, StringComparer.OrdinalIgnoreCase)
        .OrderBy(static group => group.Key, StringComparer.OrdinalIgnoreCase)
        .Select(group => new ProviderFiles(
            group.Select(static document => NameOf(document.File).Text).OrderBy(static name => name, StringComparer.Ordinal).First(),
            rootNamespace,
            group.OrderBy(static document => document.File.Path, StringComparer.Ordinal).ToEquatableArray()));
}

/// <summary>What the items of one provider ask for.</summary>
/// <param name="EventTypeMember">The member of a body that holds the event's name; empty where the schema is to tell.</param>
/// <param name="IgnoreCase">Whether event names are compared ignoring case; null where the dialect decides.</param>
/// <param name="AllOptional">Whether nothing is required, for a provider whose payloads break their own schema.</param>
internal sealed record ProviderSettings(
    CSharpName Name,
    CSharpNamespace Namespace,
    string EventTypeMember,
    bool? IgnoreCase,
    bool IsPublic,
    bool AllOptional)
{
    public static ProviderSettings Read(ProviderFiles files, SchemaDiagnostics diagnostics)
    {
        CSharpName name = new(files.Name);
        string Value(Func<SchemaMetadata, string> read) => files.Documents
            .Select(document => read(document.File.Metadata))
            .FirstOrDefault(static value => value.Length > 0) ?? "";

        void Refuse(string metadata, string value, string why) => diagnostics.Report(
            Descriptors.TWH2011_InvalidMetadata,
            files.Documents[0].At(default(TextSpan)),
            metadata,
            value,
            why);

        bool Choose(string metadata, string value, string yes, string no)
        {
            if (value.Length > 0 && !Is(value, yes) && !Is(value, no))
            {
                Refuse(metadata, value, $"it is {yes} or {no}");
            }

            return Is(value, yes);
        }

        string stated = Value(static metadata => metadata.Namespace);
        if (!CSharpNamespace.TryCreate(stated.Length > 0 ? stated : DefaultNamespace(files.RootNamespace, name), out CSharpNamespace target))
        {
            Refuse("Namespace", stated, "it is identifiers with dots between them");
            CSharpNamespace.TryCreate(DefaultNamespace("", name), out target);
        }

        string eventType = Value(static metadata => metadata.EventType);
        string member = "";
        if (eventType.Length > 0)
        {
            if (eventType[0] == '/' && eventType.IndexOf('/', 1) < 0 && eventType.IndexOf(' ') < 0 && eventType.Length > 1)
            {
                member = eventType.Substring(1).Replace("~1", "/").Replace("~0", "~");
            }
            else
            {
                Refuse("EventType", eventType, "it is a JSON pointer to a member at the top of the body, such as /type");
            }
        }

        string comparison = Value(static metadata => metadata.EventTypeComparison);
        return new(
            name,
            target,
            member,
            comparison.Length == 0 ? null : Choose("EventTypeComparison", comparison, "OrdinalIgnoreCase", "Ordinal"),
            IsPublic: !Choose("Access", Value(static metadata => metadata.Access), "internal", "public"),
            AllOptional: Choose("RequiredMembers", Value(static metadata => metadata.RequiredMembers), "Optional", "Strict"));
    }

    private static string DefaultNamespace(string rootNamespace, CSharpName provider) =>
        CSharpNamespace.TryCreate(rootNamespace, out _) ? rootNamespace + "." + provider.Text : provider.Text;

    private static bool Is(string value, string choice) => string.Equals(value, choice, StringComparison.OrdinalIgnoreCase);
}

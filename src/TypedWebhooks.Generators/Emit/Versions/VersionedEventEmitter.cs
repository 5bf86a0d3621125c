using System.Collections.Generic;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit.Versions;

/// <summary>Emits an event of whichever version it came in.</summary>
internal static class VersionedEventEmitter
{
    public static SourceWriter Emit(ProviderModel provider, VersionedProvider versioned, PickerSignature signature, IReadOnlyList<VersionStep> steps)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        CSharpName newest = versioned.Newest.Version.Name;
        code.Write($"""
            {DocText.Summary($"An event of {provider.Name} as the version has it in which it came.")}
            """);
        EmittedFile.Mark(code);
        code.Write($$"""
            {{Keyword.Access(provider)}} sealed class {{versioned.VersionedEvent}}
            {
                internal {{versioned.VersionedEvent}}(string? version, global::TypedWebhooks.Json.WebhookObject e)
                {
                    Version = version;
                    Event = e;
                }

                /// <summary>The version as it came; null where there was none.</summary>
                public string? Version { get; }

                /// <summary>
                /// The event: one of its version's or, where the project has no schema of that, a <see cref="{{newest}}.{{provider.Unrecognized}}"/>
                /// whose reason is <c>UnknownVersion</c>.
                /// </summary>
                public global::TypedWebhooks.Json.WebhookObject Event { get; }

            """);
        code.Indent();
        EmitMatch(code, provider, versioned.Versions);
        code.Line();
        EmitSwitch(code, provider, versioned.Versions);
        code.Line();
        EmitUpgrade(code, provider, versioned, signature, steps);
        code.Close();
        return code;
    }

    private static void EmitMatch(SourceWriter code, ProviderModel provider, IReadOnlyList<PickedVersion> versions)
    {
        code.Write($"""
            /// <summary>Makes something of the event, with a function for each version there is.</summary>
            /// <typeparam name="TResult">What is made.</typeparam>
            """);
        EmitParameterDocs(code, provider, versions);
        code.Write($"""
            /// <returns>What the version's function returned.</returns>
            public TResult Match<TResult>(
            """);
        code.Indent();
        for (int i = 0; i < versions.Count; i++)
        {
            CSharpName name = versions[i].Version.Name;
            code.Write($"global::System.Func<{name}.{provider.Root}, TResult> {name.ToCamelCase()}{Keyword.If(i + 1 < versions.Count, Keyword.Comma, Keyword.EndOfMatch)}");
        }

        code.Unindent();
        code.Open();
        foreach (PickedVersion version in versions)
        {
            code.Write($"{version.Version.Name}.{provider.Root} e => {version.Version.Name.ToCamelCase()}(e),");
        }

        code.Write($"_ => throw new global::System.Diagnostics.UnreachableException(),");
        code.Close(semicolon: true);
    }

    private static void EmitSwitch(SourceWriter code, ProviderModel provider, IReadOnlyList<PickedVersion> versions)
    {
        code.Write($"/// <summary>Does something with the event, with an action for each version there is.</summary>");
        EmitParameterDocs(code, provider, versions);
        code.Write($"public void Switch(");
        code.Indent();
        for (int i = 0; i < versions.Count; i++)
        {
            CSharpName name = versions[i].Version.Name;
            code.Write($"global::System.Action<{name}.{provider.Root}> {name.ToCamelCase()}{Keyword.If(i + 1 < versions.Count, Keyword.Comma, Keyword.Parenthesis)}");
        }

        code.Unindent();
        code.Open();
        code.Write($"switch (Event)");
        code.Open();
        foreach (PickedVersion version in versions)
        {
            code.Write($"""
                case {version.Version.Name}.{provider.Root} e:
                    {version.Version.Name.ToCamelCase()}(e);
                    break;
                """);
        }

        code.Close();
        code.Close();
    }

    private static void EmitParameterDocs(SourceWriter code, ProviderModel provider, IReadOnlyList<PickedVersion> versions)
    {
        foreach (PickedVersion version in versions)
        {
            code.Write($"/// <param name=\"{version.Version.Name.ToCamelCase().Bare}\">The function for a <see cref=\"{version.Version.Name}.{provider.Root}\"/>.</param>");
        }
    }

    private static void EmitUpgrade(SourceWriter code, ProviderModel provider, VersionedProvider versioned, PickerSignature signature, IReadOnlyList<VersionStep> steps)
    {
        CSharpName newest = versioned.Newest.Version.Name;
        code.Write($"/// <summary>Brings the event to the newest version, from each version to the next one.</summary>");
        PickerEmitter.EmitUpgradeDocs(code, signature);
        code.Write($"""
            /// <returns>The event of the newest version.</returns>
            public {newest}.{provider.Root} Upgrade({VersionCode.FirstUpgradeParameters(signature)})
            """);
        code.Open();
        foreach (VersionStep step in signature.Own)
        {
            code.Write($"global::System.ArgumentNullException.ThrowIfNull({step.Parameter});");
        }

        code.Write($"global::TypedWebhooks.Json.WebhookObject e = Event;");
        foreach (VersionStep step in steps)
        {
            code.Write($$"""
                if (e is {{step.From}}.{{provider.Root}} {{step.From.ToCamelCase()}})
                {
                    e = {{step.Converter}}.Upgrade({{step.From.ToCamelCase()}}{{VersionCode.OwnArgument(step)}});
                }

                """);
        }

        code.Write($"return ({newest}.{provider.Root})e;");
        code.Close();
    }
}

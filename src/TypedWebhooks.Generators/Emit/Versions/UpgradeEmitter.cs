using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Emit.Versions;

/// <summary>Emits how events of one version become events of the next one, and what of it the user has to say.</summary>
internal static class UpgradeEmitter
{
    /// <summary>More would hide what they are about.</summary>
    private const int MostReasons = 12;

    public static SourceWriter EmitInterface(ProviderModel provider, VersionStep step, IReadOnlyList<OwnConversion> own)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"""
            {DocText.Summary($"What {provider.Name}'s schemas do not say of how events of <see cref=\"{step.From}\"/> become events of <see cref=\"{step.To}\"/>: a method for each type that changed in a way for which there is no rule. All others are copied by <see cref=\"{step.Converter}\"/>, which has methods for what is in them.")}
            /// <remarks>
            /// A method that cannot say it throws a <see cref="global::System.Text.Json.JsonException"/>: the event is then a
            /// <see cref="{step.To}.{provider.Unrecognized}"/> with its message, and nothing of it is lost.
            /// </remarks>
            """);
        EmittedFile.Mark(code);
        code.Write($"{Keyword.Access(provider)} interface {step.Interface}");
        code.Open();
        for (int i = 0; i < own.Count; i++)
        {
            if (i > 0)
            {
                code.Line();
            }

            EmitMethod(code, provider, step, own[i]);
        }

        code.Close();
        return code;
    }

    private static void EmitMethod(SourceWriter code, ProviderModel provider, VersionStep step, OwnConversion own)
    {
        string reasons = string.Join(" ", own.Reasons.Take(MostReasons)) + (own.Reasons.Count > MostReasons ? $" And {Invariant.Text(own.Reasons.Count - MostReasons)} more." : "");
        code.Write($"{DocText.Summary($"Makes a <see cref=\"{step.To}.{own.New}\"/> of the older version's. {reasons}")}");
        if (own.Copy is { } copy)
        {
            code.Write($"/// <remarks><see cref=\"{step.Converter}.{copy}\"/> copies what can be copied.</remarks>");
        }

        code.Write($"/// <param name=\"value\">The older version's.</param>");
        if (own.IsEvent)
        {
            code.Write($"""
                /// <returns>The newer version's event, be it another one than its schema suggests.</returns>
                {step.To}.{provider.Root} {own.Method}({step.From}.{own.Old} value);
                """);
        }
        else
        {
            code.Write($"""
                /// <returns>The newer version's.</returns>
                {step.To}.{own.New} {own.Method}({step.From}.{own.Old} value);
                """);
        }
    }

    public static SourceWriter EmitConverter(ProviderModel provider, VersionStep step, IReadOnlyList<EventUpgrade> events, string? versionMember, string version)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"""
            {DocText.Summary($"Makes events of <see cref=\"{step.To}\"/>, and what is in them, of those of <see cref=\"{step.From}\"/>.")}
            """);
        EmittedFile.Mark(code);
        code.Write($$"""
            {{Keyword.Access(provider)}} static partial class {{step.Converter}}
            {
                /// <summary>Makes an event of the newer version of one of the older version.</summary>
                /// <param name="value">The older version's.</param>
            """);
        code.Indent();
        if (step.HasOwn)
        {
            code.Write($"/// <param name=\"upgrade\">Makes what the schemas do not say how to make.</param>");
        }

        code.Write($$"""
            /// <returns>
            /// The newer version's; a <see cref="{{step.To}}.{{provider.Unrecognized}}"/> of one that was not recognized, that the project has not
            /// selected of the newer version, or that cannot be made.
            /// </returns>
            public static {{step.To}}.{{provider.Root}} Upgrade({{step.From}}.{{provider.Root}} value{{step.OwnParameter}})
            """);
        code.Open();
        ConversionEmitter.EmitChecks(code, step);
        code.Write($"try");
        code.Open();
        if (versionMember is null)
        {
            code.Write($"return value switch");
        }
        else
        {
            code.Write($"{step.To}.{provider.Root} result = value switch");
        }

        code.Open();
        foreach (EventUpgrade e in events)
        {
            if (e.Method is { } method)
            {
                code.Write($"{step.From}.{e.Record} e => {VersionCode.Call(method, new("e"), step)},");
            }
            else
            {
                code.Write($"{step.From}.{e.Record} => Unrecognized(value, global::TypedWebhooks.UnrecognizedReason.NotSelected, null, null),");
            }
        }

        code.Write($"{step.From}.{provider.Unrecognized} e => new {step.To}.{provider.Unrecognized}(e.EventType, e.Json, e.Reason, e.JsonPath, e.Message),");
        code.Write($"_ => throw new global::System.Diagnostics.UnreachableException(),");
        code.Close(semicolon: true);
        if (versionMember is not null)
        {
            code.Write($$"""

                // Where the schema does not have the version, it says the newer one all the same: that is what the event is now.
                return result.AdditionalProperties is null
                    ? result
                    : result with { AdditionalProperties = global::TypedWebhooks.Json.Reread.WithVersion(result.AdditionalProperties, {{new StringLiteral(versionMember)}}, {{new StringLiteral(version)}}) };
                """);
        }

        code.Close();
        code.Write($$"""
            catch (global::System.Text.Json.JsonException e)
            {
                return Unrecognized(value, global::TypedWebhooks.UnrecognizedReason.SchemaMismatch, e.Path, e.Message);
            }
            """);
        code.Close();
        code.Write($$"""

            private static {{step.To}}.{{provider.Unrecognized}} Unrecognized(
                {{step.From}}.{{provider.Root}} value,
                global::TypedWebhooks.UnrecognizedReason reason,
                string? jsonPath,
                string? message) => new(
                    value.EventType,
                    global::System.Text.Json.JsonSerializer.SerializeToElement(value, {{step.From}}.{{provider.JsonContext}}.Default.{{provider.Root}}),
                    reason,
                    jsonPath,
                    message);
            """);
        code.Close();
        return code;
    }
}

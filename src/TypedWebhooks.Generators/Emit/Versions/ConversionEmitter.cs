using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Emit.Versions;

/// <summary>Emits how a newer type is made of an older one, where the schemas say all there is to be said.</summary>
internal static class ConversionEmitter
{
    public static SourceWriter Emit(ProviderModel provider, VersionStep step, TypeConversion conversion)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"{Keyword.Access(provider)} static partial class {step.Converter}");
        code.Open();
        switch (conversion)
        {
            case RecordConversion record:
                EmitRecord(code, step, record);
                break;
            case EnumConversion values:
                EmitEnum(code, step, values);
                break;
            case HierarchyConversion hierarchy:
                EmitHierarchy(code, step, hierarchy);
                break;
        }

        code.Close();
        return code;
    }

    private static void EmitRecord(SourceWriter code, VersionStep step, RecordConversion record)
    {
        bool reads = record.NewMembers.Count > 0 || record.NewValues.Count > 0;
        if (reads || record.Given.Count > 0)
        {
            code.Write($"""
                // What the newer version knows and the older one did not; a delivery of the older one may have it all the same.
                private static readonly global::TypedWebhooks.Json.UpgradedMembers s_{record.Method.ToCamelCase().Bare} = new(
                """);
            code.Indent();
            EmitNames(code, new("members"), record.NewMembers, default);
            EmitNames(code, new("values"), record.NewValues, Keyword.If(record.Given.Count == 0, Keyword.EndOfCall));
            if (record.Given.Count > 0)
            {
                EmitNames(code, new("given"), record.Given.Select(static member => member.WireName).ToEquatableArray(), Keyword.EndOfCall);
            }

            code.Unindent();
            code.Line();
        }

        EmitDocumentation(code, step, record, throws: reads);
        code.Write($"public static {step.To}.{record.New} {record.Method}({step.From}.{record.Old} value{step.OwnParameter}{VersionCode.GivenParameters(record, step.To)})");
        code.Open();
        EmitChecks(code, step);
        if (reads)
        {
            code.Write($"{step.To}.{record.New} result = new()");
        }
        else
        {
            code.Write($"return new {step.To}.{record.New}");
        }

        code.Open();
        foreach (MemberConversion member in record.Members)
        {
            code.Write($"{member.New} = {ConversionExpression.Of(member, step.To, step.HasOwn)},");
        }

        foreach (GivenMember member in record.Given)
        {
            code.Write($"{member.Name} = {member.Parameter},");
        }

        EmitKept(code, record);
        code.Close(semicolon: true);
        if (reads)
        {
            code.Line();
            code.Write($"return s_{record.Method.ToCamelCase().Bare}.Read(result, value.AdditionalProperties{Keyword.If(record.KeepsOriginals, Keyword.ValueOriginals)});");
        }

        code.Close();
    }

    private static void EmitNames(SourceWriter code, CSharpName parameter, EquatableArray<string> names, Keyword end)
    {
        Keyword after = Keyword.If(end.ToString().Length == 0, Keyword.Comma, end);
        if (names.Count == 0)
        {
            code.Write($"{parameter}: global::System.Array.Empty<string>(){after}");
            return;
        }

        code.Write($"{parameter}: new string[]");
        code.Open();
        foreach (string name in names)
        {
            code.Write($"{new StringLiteral(name)},");
        }

        code.Unindent();
        code.Write($"}}{after}");
    }

    /// <summary>What the older version did not know, and how what it knew was spelled.</summary>
    private static void EmitKept(SourceWriter code, RecordConversion record)
    {
        if (record.NewMembers.Count > 0 || record.Given.Count > 0)
        {
            code.Write($"AdditionalProperties = s_{record.Method.ToCamelCase().Bare}.Additional(value.AdditionalProperties),");
        }
        else
        {
            code.Write($"AdditionalProperties = value.AdditionalProperties,");
        }

        if (record.KeepsOriginals && record.NewValues.Count > 0)
        {
            code.Write($"OriginalValues = s_{record.Method.ToCamelCase().Bare}.Originals(value.OriginalValues),");
        }
        else if (record.KeepsOriginals)
        {
            code.Write($"OriginalValues = value.OriginalValues,");
        }

        if (record.Format is { IsSame: true })
        {
            code.Write($"_format = value._format,");
        }
        else if (record.Format is { } format)
        {
            code.Write($"_format = value._format.Rearranged(dates: {VersionCode.SmallNumbers(format.Dates)}, nulls: {VersionCode.SmallNumbers(format.Nulls)}),");
        }

        if (record.KeepsEventType)
        {
            code.Write($"_eventTypeText = value._eventTypeText,");
        }
    }

    private static void EmitEnum(SourceWriter code, VersionStep step, EnumConversion values)
    {
        code.Write($$"""
            {{DocText.Summary($"Makes a <see cref=\"{step.To}.{values.New}\"/> of the older version's, value by value.")}}
            /// <param name="value">The older version's.</param>
            /// <returns>The newer version's; <c>Unrecognized</c> where it was that.</returns>
            public static {{step.To}}.{{values.New}} {{values.Method}}({{step.From}}.{{values.Old}} value) => value switch
            """);
        code.Open();
        foreach (EnumValueConversion value in values.Values)
        {
            code.Write($"{step.From}.{values.Old}.{value.Old} => {step.To}.{values.New}.{value.New},");
        }

        code.Write($"_ => {step.To}.{values.New}.Unrecognized,");
        code.Close(semicolon: true);
    }

    private static void EmitHierarchy(SourceWriter code, VersionStep step, HierarchyConversion hierarchy)
    {
        EmitDocumentation(code, step, hierarchy, throws: false);
        code.Write($"public static {step.To}.{hierarchy.New} {hierarchy.Method}({step.From}.{hierarchy.Old} value{step.OwnParameter})");
        code.Open();
        EmitChecks(code, step);
        code.Write($"return value switch");
        code.Open();
        foreach (CaseConversion c in hierarchy.Cases)
        {
            code.Write($"{step.From}.{c.Record} c => {VersionCode.Call(c.Method, new("c"), step)},");
        }

        code.Write($"{step.From}.{hierarchy.OldUnrecognized} c => global::TypedWebhooks.Json.Reread.TryAs(c.Json, out {step.To}.{hierarchy.New}? known) ? known : new {step.To}.{hierarchy.NewUnrecognized}(c.Json),");
        code.Write($"_ => throw new global::System.Diagnostics.UnreachableException(),");
        code.Close(semicolon: true);
        code.Close();
    }

    private static void EmitDocumentation(SourceWriter code, VersionStep step, TypeConversion conversion, bool throws)
    {
        code.Write($"""
            {(conversion is RecordConversion { IsPartial: true }
                ? DocText.Summary($"Makes a <see cref=\"{step.To}.{conversion.New}\"/> of what can be copied of the older version's. What the newer one has no place for is left out.")
                : DocText.Summary($"Makes a <see cref=\"{step.To}.{conversion.New}\"/> of the older version's."))}
            /// <param name="value">The older version's.</param>
            """);
        if (step.HasOwn)
        {
            code.Write($"/// <param name=\"upgrade\">Makes what the schemas do not say how to make.</param>");
        }

        if (conversion is RecordConversion record)
        {
            foreach (GivenMember member in record.Given)
            {
                code.Write($"{DocText.Parameter(member.Parameter, $"The member <c>{member.WireName}</c>, which the older version does not say.")}");
            }
        }

        code.Write($"/// <returns>The newer version's.</returns>");
        if (throws)
        {
            code.Write($"/// <exception cref=\"global::System.Text.Json.JsonException\">What the older version did not know of it does not fit the newer one.</exception>");
        }
    }

    public static void EmitChecks(SourceWriter code, VersionStep step)
    {
        code.Write($"global::System.ArgumentNullException.ThrowIfNull(value);");
        if (step.HasOwn)
        {
            code.Write($"global::System.ArgumentNullException.ThrowIfNull(upgrade);");
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>What things are called in C#. Each schema also has to compile without a warning.</summary>
public sealed class NamingTests
{
    [Fact]
    public void TeliaNames_AreCutByTheVocabularyOfTheSchema() => Assert.Equal(
        ["SignatorySignedEvent", "SignatureRequestCompletedEvent"],
        Events(GeneratorHarness.Known("schemas/telia/hooks.json", ("Provider", "Telia"))));

    /// <summary>An earlier edition of the catalogue, as Telia's documentation has it.</summary>
    [Fact]
    public void OlderTeliaCatalog_IsCutToo() => Assert.Equal(
        ["SignatureRequestCompletedEvent", "SignatureRequestStatusUpdatedEvent"],
        Events(new SchemaText("/consumer/telia/hooks.json", """
            [
              {
                "eventType": "signaturerequestcompleted",
                "description": "The signature request has been completed.",
                "payloadSchema": {
                  "EventType": "string",
                  "Timestamp": "date",
                  "EventData": { "SignatureRequestId": "guid", "TenantId": "guid", "DepartmentId": "guid" }
                }
              },
              {
                "eventType": "signaturerequeststatusupdated",
                "description": "The status of the signature request has been updated.",
                "payloadSchema": {
                  "EventType": "string",
                  "Timestamp": "date",
                  "EventData": { "SignatureRequestId": "guid", "TenantId": "guid", "DepartmentId": "guid" }
                }
              }
            ]
            """, ("Provider", "Telia"))));

    [Fact]
    public void NameThatNoWordsMakeUp_HasItsFirstLetterRaised() => Assert.Equal(
        ["ZorgblattEvent"],
        Events(Telia(("zorgblatt", "It happened."))));

    [Fact]
    public void UnrelatedEvent_RenamesNothing()
    {
        (string, string) signed = ("documentsigned", "A document was signed."), strange = ("docu", "Ments igned by a docum entsi gned.");
        Assert.Equal(["DocumentSignedEvent"], Events(Telia(signed)));
        Assert.Equal(["DocuEvent", "DocumentSignedEvent"], Events(Telia(strange, signed)));
        Assert.Equal(["DocuEvent", "DocumentSignedEvent"], Events(Telia(signed, strange)));
    }

    [Theory]
    [InlineData("SIGNATURE_CREATED", "SignatureCreatedEvent")]
    [InlineData("signature-created", "SignatureCreatedEvent")]
    [InlineData("signature.created", "SignatureCreatedEvent")]
    [InlineData("signatureCreated", "SignatureCreatedEvent")]
    [InlineData("signature_created_event", "SignatureCreatedEvent")]
    [InlineData("event", "Event")]
    [InlineData("v2.order/paid", "V2OrderPaidEvent")]
    [InlineData("class", "ClassEvent")]
    [InlineData("+1", "PlusOneEvent")]
    [InlineData("-1", "MinusOneEvent")]
    [InlineData("+12", "Plus12Event")]
    [InlineData("artifact.packaged.0.2.0", "ArtifactPackaged0_2_0Event")]
    public void EventName_IsPascalCase(string eventType, string record)
    {
        Generated generated = Run(Schema.Of(Schema.Event(eventType)));
        Assert.Empty(generated.Printed);
        Assert.Equal([record], Events(generated));
    }

    [Theory]
    [InlineData("2fa", "_2faEvent", "an identifier does not begin with a digit")]
    [InlineData("\U0001F600", "EmptyEvent", "it has no letter and no digit")]
    [InlineData("***", "EmptyEvent", "it has no letter and no digit")]
    [InlineData("", "EmptyEvent", "it has no letter and no digit")]
    [InlineData("equals", "EqualsValueEvent", "'Equals' is taken or reserved")]
    [InlineData("acme", "AcmeEventPayload", "'AcmeEvent' is taken")]
    public void NameThatIsNoIdentifier_IsChangedAndSaidSo(string eventType, string record, string why)
    {
        Generated generated = Run(Schema.Of(Schema.Event(eventType)));
        Assert.Equal(record, Events(generated).Single());
        Assert.Equal(
            $"hooks.json(2,38): TWH2006: '{eventType}' is called '{record}' in C#: {why}",
            generated.Printed.Single());
    }

    [Fact]
    public void EventsThatCollide_AreNumberedInTheOrderOfTheSchema()
    {
        Generated generated = Run(Schema.Of(Schema.Event("a_b"), Schema.Event("other"), Schema.Event("a-b"), Schema.Event("aB")));
        Assert.Equal(["ABEvent", "ABValue2Event", "ABValueEvent", "OtherEvent"], Events(generated));
        Assert.Equal(
            [
                "hooks.json(4,38): TWH2006: 'a-b' is called 'ABValueEvent' in C#: 'AB' is taken or reserved",
                "hooks.json(5,38): TWH2006: 'aB' is called 'ABValue2Event' in C#: 'AB' is taken or reserved",
            ],
            generated.Printed);
    }

    /// <summary>Names that a method, a class or the dispatchers need for themselves.</summary>
    [Fact]
    public void EventsCalledLikeWhatIsEmitted_StillCompile()
    {
        string[] names = ["e", "unrecognized", "ID", "Id", "acme_event_types", "all", "names", "is_known", "default", "options", "result", "handler", "cancellation_token", "json", "unrecognized_acme", "i_acme_event_handler", "system", "string", "record", "to_string"];
        EmittedEvents events = new("Acme", Run(Schema.Of([.. names.Select(static name => Schema.Event(name))])));
        foreach (string name in names)
        {
            dynamic e = events.Parse($$"""{"type":"{{name}}"}""");
            Assert.Equal(name, e.EventType);
            Assert.NotEqual("UnrecognizedAcmeEvent", e.GetType().Name);
        }
    }

    [Theory]
    [InlineData("Equals", "EqualsValue")]
    [InlineData("equality_contract", "EqualityContractValue")]
    [InlineData("get_hash_code", "GetHashCodeValue")]
    [InlineData("clone", "CloneValue")]
    [InlineData("ping_event", "PingEventValue")]
    [InlineData("event_type", "EventTypeValue")]
    [InlineData("AdditionalProperties", "AdditionalPropertiesValue")]
    [InlineData("original_values", "OriginalValuesValue")]
    [InlineData("acme_event_types", "AcmeEventTypesValue")]
    [InlineData("parse", "ParseValue")]
    public void MemberCalledLikeSomethingOfTheRecord_IsRenamedAndSaidSo(string member, string property)
    {
        Generated generated = Run(Schema.Of(Schema.Event("ping", $$""" "{{member}}": { "type": "string" } """)));
        Assert.EndsWith($" is taken or reserved in PingEvent", generated.Printed.Single());
        EmittedEvents events = new("Acme", generated);
        Assert.Contains(property, events.Properties("PingEvent"));
        string json = $$"""{"type":"ping","{{member}}":"x"}""";
        Assert.Equal(json, events.RoundTrip(json));
    }

    /// <summary>Names that emitted methods use for their locals, that only differ in case, or that are words of C#.</summary>
    [Fact]
    public void WordsThatAreNoKeywordsHere_StandAsTheyAre()
    {
        Generated generated = Run(Schema.Of(Schema.Event("ping", """ "data": { "properties": { "type": true, "method": true, "property": true, "param": true, "assembly": true, "module": true, "event": true, "from": true } } """)));

        Assert.Equal(["@event", "@from"], System.Text.RegularExpressions.Regex.Matches(generated.TypeCode("Acme.PingData"), "@[a-z]+").Select(static name => name.Value).Distinct().Order());
    }

    [Theory]
    [InlineData("""{ "type": "string" }""", "\"x\"")]
    [InlineData("true", "1")]
    public void MembersCalledLikeLocalsAndKeywords_StillCompile(string schema, string value)
    {
        string[] members = ["class", "record", "value", "valueValue", "json", "reader", "writer", "members", "item", "present", "format", "eventTypeText", "ID", "Id", "id", "get_x", "x", "default", "async", "file", "required", "scoped", "var", "_", "__format", "handler", "TypedWebhooks", "System", "AcmeEventJsonConverter"];
        EmittedEvents events = new("Acme", Run(Schema.Of(Schema.Event("ping", string.Join(",", members.Select(m => $"\"{m}\": {schema}"))))));
        string json = $$"""{"type":"ping",{{string.Join(",", members.Select(m => $"\"{m}\":{value}"))}}}""";
        Assert.Equal(json, events.RoundTrip(json));
        Assert.Equal("PingEvent", events.Parse(json).GetType().Name);
    }

    [Theory]
    [InlineData("signatories", "PingSignatory")]
    [InlineData("boxes", "PingBox")]
    [InlineData("classes", "PingClass")]
    [InlineData("documents", "PingDocument")]
    [InlineData("address", "PingAddressItem")]
    [InlineData("status", "PingStatusItem")]
    [InlineData("data", "PingDataItem")]
    public void ItemsOfAList_AreCalledByTheSingular(string list, string type)
    {
        Generated generated = Run(Schema.Of(Schema.Event("ping", $$""" "{{list}}": { "type": "array", "items": { "properties": { "id": { "type": "integer" } } } } """)));
        Assert.Contains($"Acme.{type}", generated.TypeNames);
    }

    [Theory]
    [InlineData("/repo/schemas/quickly-sign/hooks.json", "QuicklySign")]
    [InlineData(@"C:\repo\schemas\acme\hooks.json", "Acme")]
    [InlineData("/repo/2checkout/hooks.json", "_2checkout")]
    public void ProviderWithoutAName_IsCalledAfterItsFolder(string path, string provider)
    {
        Generated generated = GeneratorHarness.Run(new SchemaText(path, Schema.Of(Schema.Event("ping"))));
        generated.AssertCompiles();
        Assert.Contains($"namespace Consumer.{provider};\n", generated[$"{provider}.PingEvent.g.cs"]);
    }

    [Theory]
    [InlineData("My.Hooks", "My.Hooks")]
    [InlineData("event.class", "@event.@class")]
    [InlineData("", "Consumer.Acme")]
    public void Namespace_IsAsStatedOrBelowTheRootNamespace(string stated, string expected)
    {
        Generated generated = Run(Schema.Of(Schema.Event("ping")), ("Namespace", stated));
        Assert.Contains($"namespace {expected};\n", generated["Acme.PingEvent.g.cs"]);
    }

    [Fact]
    public void InternalAccess_LeavesNothingPublic()
    {
        Generated generated = Run(Schema.Of(Schema.Event("ping", """ "kind": { "enum": ["a", "b"] }, "part": { "properties": { "id": true } } """)), ("Access", "internal"));
        Assert.Empty(generated.Load().GetExportedTypes());
    }

    [Fact]
    public void TypesThatDifferOnlyInCase_AreToldApart()
    {
        Generated generated = Run(Schema.Of(
            Schema.Event("ping", """ "a": { "$ref": "#/$defs/part" }, "b": { "$ref": "#/$defs/PART_" }, "c": { "$ref": "#/$defs/pArt" } """),
            """ "part": { "properties": { "a": true } }, "PART_": { "properties": { "b": true } }, "pArt": { "properties": { "c": true } } """));
        Assert.Superset(new HashSet<string> { "Acme.Part", "Acme.PartPayload", "Acme.PArt2" }, generated.TypeNames.ToHashSet());
        Assert.Equal(2, generated.Printed.Count(static line => line.Contains("TWH2006")));
    }

    [Fact]
    public void ValueThatCSharpHasNoTypeFor_IsJsonAndSaidSo()
    {
        Generated generated = Run(Schema.Of(Schema.Event("ping", """ "id": { "enum": [{}, []] } """)));
        Assert.Equal("hooks.json(2,55): TWH2007: 'id' is typed as JsonElement: its values are objects or arrays", generated.Printed.Single());
        Assert.Contains("global::System.Text.Json.JsonElement? Id {", generated.TypeCode("Acme.PingEvent"));
    }

    [Fact]
    public void EnumValues_AreNamedAndKeptApart()
    {
        Generated generated = Run(Schema.Of(Schema.Event("ping", """ "kind": { "enum": ["a", "A", "unrecognized", "", "1st", "value__"] } """)));
        Assert.Equal(
            ["Unrecognized", "A", "AValue", "UnrecognizedValue", "Empty", "_1st", "Value"],
            System.Enum.GetNames(new EmittedEvents("Acme", generated).Type("PingKind")));
        Assert.Equal(4, generated.Printed.Count());
    }

    private static SchemaText Telia(params (string Name, string Description)[] events) => GeneratorHarness.Acme(
        "[" + string.Join(",", events.Select(static e => $$"""{ "eventType": "{{e.Name}}", "description": "{{e.Description}}", "payloadSchema": { "EventType": "string" } }""")) + "]");

    private static Generated Run(string schema, params (string, string)[] metadata)
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(schema, metadata));
        generated.AssertCompiles();
        return generated;
    }

    private static IEnumerable<string> Events(SchemaText schema) => Events(GeneratorHarness.Run(schema));

    /// <summary>The event records, in ordinal order.</summary>
    private static IEnumerable<string> Events(Generated generated)
    {
        generated.AssertCompiles();
        return generated.EventNames;
    }
}

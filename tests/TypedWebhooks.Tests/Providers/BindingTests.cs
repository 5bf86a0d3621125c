using System;
using System.Net;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedWebhooks.Tests.Prix;
using TypedWebhooks.Tests.Telia;
using Xunit;

namespace TypedWebhooks.Tests.Providers;

/// <summary>Events as parameters of endpoints, over real HTTP: every kind of event binds, and what does not fit is 400 whatever middleware is there.</summary>
public sealed class BindingTests
{
    private static readonly string s_signed = Examples.Read("schemas/telia/examples/signatorysigned.json");
    private static readonly string s_completed = Examples.Read("schemas/telia/examples/signaturerequestcompleted.json");
    private static readonly string s_expired = Examples.Read("schemas/prix/examples/signature-expired.json");
    private static readonly string s_contract = Examples.Read("schemas/prix/examples/contract-created.json");
    private const string Unknown = """{"EventType":"archived"}""";
    private const string Broken = """{"EventType":""";

    /// <summary>What stands between the server and the endpoint.</summary>
    public static readonly TheoryData<string> Pipelines = ["plain", "UseExceptionHandler", "UseDeveloperExceptionPage", "UseStatusCodePages", "AddProblemDetails", "Development"];

    [Fact]
    public async Task Leaf_BindsItsOwnEvent_AndRefusesOthers()
    {
        await using Receiver receiver = await Receiver.StartAsync(static app =>
            app.MapPost("/", static (SignatorySignedEvent e) => e.EventData.SignatoryId.ToString()));

        Assert.Equal((HttpStatusCode.OK, Guid.Empty.ToString()), await receiver.PostAsync(s_signed));
        foreach (string other in new[] { s_completed, Unknown, Broken, "[]", "null", "" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await receiver.PostAsync(other)).Status);
        }

        Assert.Contains(receiver.Log, static line => line.Level == LogLevel.Warning && line.Text.Contains("'signaturerequestcompleted'", StringComparison.Ordinal) && line.Text.Contains(nameof(SignatorySignedEvent), StringComparison.Ordinal));
        Assert.Contains(receiver.Log, static line => line.Level == LogLevel.Warning && line.Text.Contains("'archived'", StringComparison.Ordinal));
        Assert.DoesNotContain(receiver.Log, static line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task Group_BindsItsEvents_AndRefusesOthers()
    {
        await using Receiver receiver = await Receiver.StartAsync(static app => app.MapPost("/", static (SignatureEvent e) => e.EventType));

        Assert.Equal((HttpStatusCode.OK, "SIGNATURE_EXPIRED"), await receiver.PostAsync(s_expired));
        Assert.Equal(HttpStatusCode.BadRequest, (await receiver.PostAsync(s_contract)).Status);
    }

    [Fact]
    public async Task UnrecognizedEvent_BindsOnlyWhatTheSchemaDoesNotKnow()
    {
        await using Receiver receiver = await Receiver.StartAsync(static app => app.MapPost("/", static (UnrecognizedTeliaEvent e) => e.EventType));

        Assert.Equal((HttpStatusCode.OK, "archived"), await receiver.PostAsync(Unknown));
        Assert.Equal(HttpStatusCode.BadRequest, (await receiver.PostAsync(s_signed)).Status);
    }

    [Fact]
    public async Task LeafBesideOtherEndpoints_LeavesThemAlone()
    {
        await using Receiver receiver = await Receiver.StartAsync(static app =>
        {
            app.MapPost("/leaf", static (SignatorySignedEvent e) => "leaf");
            app.MapPost("/part", static (SignatorySignedEventData data) => data.SignatoryId.ToString());
            app.MapPost("/parameters", static ([AsParameters] Parameters p) => p.Event.EventType);
            app.MapPost("/nullable", static (TeliaEvent? e) => e?.EventType ?? "nothing");
            app.MapPost("/body", static ([FromBody] TeliaEvent e) => e.EventType);
            app.MapPost("/", static (TeliaEvent e) => e.EventType);
        });

        Assert.Equal((HttpStatusCode.OK, "signatorysigned"), await receiver.PostAsync(s_signed));
        Assert.Equal((HttpStatusCode.OK, "leaf"), await receiver.PostAsync(s_signed, "/leaf"));
        Assert.Equal((HttpStatusCode.OK, "signatorysigned"), await receiver.PostAsync(s_signed, "/parameters"));
        Assert.Equal((HttpStatusCode.OK, "signatorysigned"), await receiver.PostAsync(s_signed, "/nullable"));
        Assert.Equal((HttpStatusCode.OK, "signatorysigned"), await receiver.PostAsync(s_signed, "/body"));
        string part = JsonSerializer.Serialize(Assert.IsType<SignatorySignedEvent>(TeliaEvent.Parse(s_signed)).EventData);
        Assert.Equal((HttpStatusCode.OK, Guid.Empty.ToString()), await receiver.PostAsync(part, "/part"));
        Assert.Equal(HttpStatusCode.BadRequest, (await receiver.PostAsync(Broken, "/parameters")).Status);
        Assert.DoesNotContain(receiver.Log, static line => line.Level >= LogLevel.Error);

        // The endpoint would take a null for a request without an event.
        Assert.Equal(HttpStatusCode.BadRequest, (await receiver.PostAsync(Broken, "/nullable")).Status);
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public async Task BrokenBody_Is400_WhateverStandsInTheWay(string pipeline)
    {
        await using Receiver receiver = await Receiver.StartAsync(
            static app =>
            {
                app.MapPost("/", static (TeliaEvent e) => e.EventType);
                app.MapPost("/leaf", static (SignatorySignedEvent e) => e.EventType);
                app.MapPost("/own", static async Task<IResult> (HttpRequest request, CancellationToken ct) =>
                    await TeliaEvent.TryParseAsync(request, ct) switch
                    {
                        SignatorySignedEvent or SignatureRequestCompletedEvent or UnrecognizedTeliaEvent => Results.Ok(),
                        null => Results.BadRequest(),
                    });
            },
            pipeline);

        foreach (string body in new[] { Broken, "", "nope", "[1]", "null", """{"EventType":"a","EventType":"b"}""", "{\"EventType\":\"\xD800" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await receiver.PostAsync(body)).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await receiver.PostAsync(body, "/leaf")).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await receiver.PostAsync(body, "/own")).Status);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await receiver.PostAsync(s_completed, "/leaf")).Status);
        Assert.Equal(HttpStatusCode.OK, (await receiver.PostAsync(s_completed, "/own")).Status);
        if (pipeline is not ("UseDeveloperExceptionPage" or "Development"))
        {
            Assert.DoesNotContain(receiver.Log, static line => line.Level >= LogLevel.Error);
            Assert.Contains(receiver.Log, static line => line.Level == LogLevel.Debug && line.Category == "TypedWebhooks.Telia" && line.Text.Contains("BytePositionInLine", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("UseExceptionHandler")]
    [InlineData("UseStatusCodePages")]
    public async Task BodyBeyondTheServersLimit_Is413(string pipeline)
    {
        await using Receiver receiver = await Receiver.StartAsync(
            static app => app.MapPost("/", static (TeliaEvent e) => e.EventType),
            pipeline);
        string large = $$"""{"EventType":"archived","x":"{{new string('x', Receiver.BodyLimit)}}"}""";

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await receiver.PostAsync(large)).Status);
    }

    [Fact]
    public async Task BadRequestsThatThrow_ThrowWhatIsWrong()
    {
        Exception? thrown = null;
        await using Receiver receiver = await Receiver.StartAsync(
            app =>
            {
                app.Use(async (context, next) =>
                {
                    try
                    {
                        await next(context);
                    }
                    catch (BadHttpRequestException e)
                    {
                        thrown = e;
                        context.Response.StatusCode = e.StatusCode;
                    }
                });
                app.MapPost("/", static (SignatorySignedEvent e) => e.EventType);
            },
            configure: static services => services.Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true));

        Assert.Equal(HttpStatusCode.BadRequest, (await receiver.PostAsync(s_completed)).Status);
        Assert.Equal("The event 'signaturerequestcompleted' is no SignatorySignedEvent.", Assert.IsType<BadHttpRequestException>(thrown).Message);
        Assert.Equal(HttpStatusCode.BadRequest, (await receiver.PostAsync(Broken)).Status);
        Assert.Contains("BytePositionInLine", Assert.IsType<BadHttpRequestException>(thrown).Message, StringComparison.Ordinal);
    }

    private sealed record Parameters(TeliaEvent Event);
}

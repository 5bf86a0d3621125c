using System;
using System.Threading.Tasks;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Fix = TypedWebhooks.Generators.Tests.Harness.FixTest<TypedWebhooks.CodeFixes.HandlerCodeFix>;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>What the fix of TWH1004 writes where the dispatcher is registered: handlers, and their registration beside it.</summary>
public sealed class RegistrationFixTests
{
    private const string Usings = "using System;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing Microsoft.Extensions.DependencyInjection;\nusing TypedWebhooks;\nusing Consumer.Telia;\n\n";
    private const string Ignored = ".IgnoreTeliaEvent<UnrecognizedTeliaEvent>().IgnoreTeliaEvent<SignatureRequestCompletedEvent>()";
    private const string Added = ".AddScoped<IWebhookEventHandler<SignatorySignedEvent>, SignatorySignedEventHandler>()";
    private const string Handler = "\ninternal sealed class SignatorySignedEventHandler : IWebhookEventHandler<SignatorySignedEvent>\n{\n    public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) => throw new NotImplementedException();\n}\n";

    [Theory]
    [InlineData(
        "    static void F(IServiceCollection services)\n    {\n        services" + Ignored + ";\n        // the dispatcher\n        services.AddTeliaWebhooks();\n    }\n",
        "    static void F(IServiceCollection services)\n    {\n        services" + Ignored + ";\n        // the dispatcher\n        services" + Added + ";\n        services.AddTeliaWebhooks();\n    }\n")]
    [InlineData(
        "    static void F(IServiceCollection services) => services" + Ignored + ".AddTeliaWebhooks();\n",
        "    static void F(IServiceCollection services) => services" + Ignored + Added + ".AddTeliaWebhooks();\n")]
    [InlineData(
        "    static IServiceCollection F(IServiceCollection services)\n    {\n        return services\n            " + Ignored + "\n            .AddTeliaWebhooks();\n    }\n",
        "    static IServiceCollection F(IServiceCollection services)\n    {\n        return services\n            " + Ignored + "\n            " + Added + "\n            .AddTeliaWebhooks();\n    }\n")]
    [InlineData(
        "    static void F(IServiceCollection services) { services" + Ignored + "; TeliaWebhookRegistration.AddTeliaWebhooks(services); }\n",
        "    static void F(IServiceCollection services) { services" + Ignored + "; services" + Added + "; TeliaWebhookRegistration.AddTeliaWebhooks(services); }\n")]
    [InlineData(
        "    static void F(IServiceCollection services) { services" + Ignored + "; if (services.Count > 0) services.AddTeliaWebhooks(); }\n",
        "    static void F(IServiceCollection services) { services" + Ignored + "; if (services.Count > 0) services" + Added + ".AddTeliaWebhooks(); }\n")]
    [InlineData(
        "    static void F(IServiceCollection? services) { services?" + Ignored + ".AddTeliaWebhooks(); }\n",
        "    static void F(IServiceCollection? services) { services?" + Ignored + Added + ".AddTeliaWebhooks(); }\n")]
    [InlineData(
        "    static void F(object services) { ((IServiceCollection)services)" + Ignored + "; TeliaWebhookRegistration.AddTeliaWebhooks((IServiceCollection)services); }\n",
        "    static void F(object services) { ((IServiceCollection)services)" + Ignored + "; TeliaWebhookRegistration.AddTeliaWebhooks(((IServiceCollection)services)" + Added + "); }\n")]
    public async Task Handler_WrittenAndRegistered(string code, string expected) => await Test(
        Usings + "static class P\n{\n" + code + "}\n",
        Usings + "static class P\n{\n" + expected + "}\n" + Handler).RunAsync();

    [Fact]
    public async Task HandlerThatIsThere_OnlyRegistered()
    {
        const string handler = "\nsealed class Remind : IWebhookEventHandler<SignatorySignedEvent>\n{\n    public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) => default;\n}\n";
        await Test(
            Usings + "static class P\n{\n    static void F(IServiceCollection services) => services" + Ignored + ".AddTeliaWebhooks();\n}\n" + handler,
            Usings + "static class P\n{\n    static void F(IServiceCollection services) => services" + Ignored + ".AddScoped<IWebhookEventHandler<SignatorySignedEvent>, Remind>().AddTeliaWebhooks();\n}\n" + handler).RunAsync();
    }

    [Fact]
    public async Task UsingThatIsMissing_Added()
    {
        string usings = Usings.Replace("using Microsoft.Extensions.DependencyInjection;\n", "", StringComparison.Ordinal);
        const string code = "static class P\n{\n    static void F(Microsoft.Extensions.DependencyInjection.IServiceCollection services) => services" + Ignored;
        await Test(
            usings + code + ".AddTeliaWebhooks();\n}\n",
            usings.TrimEnd() + "\nusing Microsoft.Extensions.DependencyInjection;\n\n" + code + Added + ".AddTeliaWebhooks();\n}\n" + Handler).RunAsync();
    }

    [Fact]
    public async Task Event_IgnoredByName()
    {
        const string before = "static class P\n{\n    static void F(IServiceCollection services)\n    {\n        services" + Ignored + ";\n";
        const string after = "        services.AddTeliaWebhooks();\n    }\n}\n";
        await Test(Usings + before + after, Usings + before + "        services.IgnoreTeliaEvent<SignatorySignedEvent>();\n" + after, action: 1).RunAsync();
    }

    /// <summary>One after the other the first call's handler is enough; all at once each call has it beside it, and it is written once.</summary>
    [Fact]
    public async Task TwoRegistrations_OneHandler()
    {
        const string first = "static class P\n{\n    static void F(IServiceCollection services) => services" + Ignored;
        const string second = ".AddTeliaWebhooks();\n    static void G(IServiceCollection services) => services";
        const string end = ".AddTeliaWebhooks();\n}\n";
        Fix test = Test(Usings + first + second + end, Usings + first + Added + second + end + Handler);
        test.BatchFixedState.Sources.Add(Usings + first + Added + second + Added + end + Handler);
        await test.RunAsync();
    }

    /// <summary>Every call that adds the dispatcher in the first text is marked as one that lacks a handler.</summary>
    private static Fix Test(string before, string after, int action = 0) =>
        new(before.Replace("AddTeliaWebhooks", "{|TWH1004:AddTeliaWebhooks|}", StringComparison.Ordinal), after)
        {
            References = Services.ReferencesWithEvents,
            CodeActionIndex = action,
        };
}

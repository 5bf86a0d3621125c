using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.CodeFixes;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>What the fix of TWH1004 writes where the dispatcher is registered: handlers, and their registration beside it.</summary>
public sealed class RegistrationFixTests
{
    private const string Usings = "using System;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing Microsoft.Extensions.DependencyInjection;\nusing TypedWebhooks;\nusing Consumer.Telia;\n\n";
    private const string Ignored = ".IgnoreTeliaEvent<UnrecognizedTeliaEvent>().IgnoreTeliaEvent<SignatureRequestCompletedEvent>()";
    private const string Added = ".AddScoped<IWebhookEventHandler<SignatorySignedEvent>, SignatorySignedEventHandler>()";
    private const string Handler = "\ninternal sealed class SignatorySignedEventHandler : IWebhookEventHandler<SignatorySignedEvent>\n{\n    public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) => throw new NotImplementedException();\n}\n";

    private static readonly HandlerCodeFix s_fix = new();

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
    public async Task Handler_WrittenAndRegistered(string code, string expected) => await AssertFixedAsync(
        Usings + "static class P\n{\n" + code + "}\n",
        Usings + "static class P\n{\n" + expected + "}\n" + Handler);

    [Fact]
    public async Task HandlerThatIsThere_OnlyRegistered()
    {
        const string handler = "\nsealed class Remind : IWebhookEventHandler<SignatorySignedEvent>\n{\n    public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) => default;\n}\n";
        await AssertFixedAsync(
            Usings + "static class P\n{\n    static void F(IServiceCollection services) => services" + Ignored + ".AddTeliaWebhooks();\n}\n" + handler,
            Usings + "static class P\n{\n    static void F(IServiceCollection services) => services" + Ignored + ".AddScoped<IWebhookEventHandler<SignatorySignedEvent>, Remind>().AddTeliaWebhooks();\n}\n" + handler);
    }

    [Fact]
    public async Task UsingThatIsMissing_Added()
    {
        string usings = Usings.Replace("using Microsoft.Extensions.DependencyInjection;\n", "", StringComparison.Ordinal);
        const string code = "static class P\n{\n    static void F(Microsoft.Extensions.DependencyInjection.IServiceCollection services) => services" + Ignored;
        await AssertFixedAsync(
            usings + code + ".AddTeliaWebhooks();\n}\n",
            usings.TrimEnd() + "\nusing Microsoft.Extensions.DependencyInjection;\n\n" + code + Added + ".AddTeliaWebhooks();\n}\n" + Handler);
    }

    [Fact]
    public async Task Event_IgnoredByName()
    {
        const string before = "static class P\n{\n    static void F(IServiceCollection services)\n    {\n        services" + Ignored + ";\n";
        const string after = "        services.AddTeliaWebhooks();\n    }\n}\n";
        string expected = Usings + before + "        services.IgnoreTeliaEvent<SignatorySignedEvent>();\n" + after;
        Assert.Equal(expected, await CodeFixHarness.FixFirstAsync(Usings + before + after, s_fix, "TWH1004", action: 1, references: Services.ReferencesWithEvents));
        await AssertRightAsync(expected);
    }

    [Fact]
    public async Task TwoRegistrations_OneHandler()
    {
        const string two = "static class P\n{\n    static void F(IServiceCollection services) => services" + Ignored + "@.AddTeliaWebhooks();\n    static void G(IServiceCollection services) => services@.AddTeliaWebhooks();\n}\n";
        string source = Usings + two.Replace("@", "", StringComparison.Ordinal);
        string expected = Usings + two.Replace("@", Added, StringComparison.Ordinal) + Handler;
        Assert.Equal(expected, (await CodeFixHarness.FixAllAsync([source], s_fix, "TWH1004", references: Services.ReferencesWithEvents))[0]);
        await AssertRightAsync(expected);
    }

    private static async Task AssertFixedAsync(string source, string expected)
    {
        Assert.Equal(expected, await CodeFixHarness.FixFirstAsync(source, s_fix, "TWH1004", references: Services.ReferencesWithEvents));
        await AssertRightAsync(expected);
    }

    private static async Task AssertRightAsync(string source) => Assert.Equal("ok", await Services.VerdictAsync(CSharpCompilation.Create(
        "App",
        [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14))],
        Services.ReferencesWithEvents,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))));
}

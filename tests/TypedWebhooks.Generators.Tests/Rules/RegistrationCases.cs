using System;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>
/// Handlers as services: a class counts where it is registered, and only there. Telia's events are C (completed), S (signed)
/// and U (unrecognized); <c>On&lt;S&gt;</c> is the interface of a handler of S.
/// </summary>
public sealed class RegistrationCases
{
    /// <summary>A handler of each event, and one of all of them, in the application itself.</summary>
    private const string Handlers = """
        public class HC : On<C> { @C } public class HS : On<S> { @S } public class HU : On<U> { @U }
        class HAll : ITeliaEventHandler { @C @S @U }
        class HRoot : On<R> { @R }
        class HAny<T> : On<T> where T : R { public ValueTask HandleAsync(T e, CancellationToken c) => default; }
        """;

    private const string Others = "services.AddScoped<On<C>, HC>().AddScoped<On<U>, HU>(); ";

    [Theory]
    [InlineData("", "CSU")]
    [InlineData("services.AddScoped<On<S>, HS>();", "CU")]
    [InlineData("services.AddSingleton<On<S>, HS>().AddTransient<On<C>, HC>(); services.TryAddScoped<On<U>, HU>();", "ok")]
    [InlineData("services.AddScoped<On<R>, HRoot>();", "ok")]
    [InlineData(Others + "services.AddScoped<On<S>>(sp => new HS());", "ok")]
    [InlineData(Others + "services.AddScoped<On<S>>(sp => sp.GetRequiredService<HS>());", "ok")]
    [InlineData(Others + "services.AddSingleton<On<S>>(new HS());", "ok")]
    [InlineData(Others + "On<S> h = new HS(); services.AddSingleton(h);", "ok")]
    [InlineData(Others + "services.AddScoped(typeof(On<S>), typeof(HS));", "ok")]
    [InlineData(Others + "services.AddScoped(typeof(On<S>), sp => new HS());", "ok")]
    [InlineData(Others + "services.AddScoped(implementationType: typeof(HS), serviceType: typeof(On<S>));", "ok")]
    [InlineData(Others + "services.Add(ServiceDescriptor.Scoped<On<S>, HS>());", "ok")]
    [InlineData(Others + "services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(On<S>), typeof(HS)));", "ok")]
    [InlineData(Others + "services.TryAddEnumerable(new[] { ServiceDescriptor.Describe(typeof(On<S>), typeof(HS), ServiceLifetime.Scoped) });", "ok")]
    [InlineData(Others + "services.Add(new ServiceDescriptor(typeof(On<S>), typeof(HS), ServiceLifetime.Scoped));", "ok")]
    [InlineData(Others + "ServiceDescriptor d = new(typeof(On<S>), new HS()); services.Add(d);", "ok")]
    [InlineData(Others + "services.Replace(ServiceDescriptor.Scoped<On<S>>(sp => new HS()));", "ok")]
    [InlineData(Others + "ServiceCollectionServiceExtensions.AddScoped<On<S>, HS>(services);", "ok")]
    [InlineData(Others + "Action<IServiceCollection> later = s => s.AddScoped<On<S>, HS>();", "ok")]
    [InlineData(Others + "foreach (var (service, type) in new[] { (typeof(On<S>), typeof(HS)) }) { services.AddScoped(service, type); }", "ok")]
    public async Task CallThatIsSeen_Counts(string code, string verdict) => Assert.Equal(verdict, await VerdictAsync(code));

    [Theory]
    [InlineData(Others + "services.AddScoped<HS>();", "S")]
    [InlineData(Others + "services.AddScoped(typeof(HS));", "S")]
    [InlineData(Others + "services.AddSingleton(new HS());", "S")]
    [InlineData(Others + "services.AddKeyedScoped<On<S>, HS>(\"key\");", "S")]
    [InlineData(Others + "services.Add(ServiceDescriptor.KeyedScoped<On<S>, HS>(\"key\"));", "S")]
    [InlineData(Others + "services.Add(new ServiceDescriptor(typeof(On<S>), \"key\", typeof(HS), ServiceLifetime.Scoped));", "S")]
    [InlineData(Others + "services.Add(new ServiceDescriptor(typeof(On<S>), null, typeof(HS), ServiceLifetime.Scoped));", "ok")]
    [InlineData(Others + "services.RemoveAll<On<S>>();", "S")]
    [InlineData(Others + "services.RemoveAll(typeof(On<S>));", "S")]
    [InlineData(Others + "_ = services.Any(d => d.ServiceType == typeof(On<S>));", "S")]
    [InlineData(Others + "_ = services.BuildServiceProvider().GetRequiredService<On<S>>();", "S")]
    [InlineData(Others + "services.AddScoped<object>(sp => sp.GetRequiredService<On<S>>());", "S")]
    [InlineData(Others + "services.Decorate<On<S>, HS>();", "S")]
    [InlineData(Others + "services.AddScoped<On<object>, HObject>();", "S")]
    [InlineData(Others + "services.AddScoped<IOnS, HOwn>();", "S")]
    public async Task WhatTheDispatcherDoesNotFind_DoesNotCount(string code, string verdict) => Assert.Equal(verdict, await VerdictAsync(
        code,
        "class HObject : On<object> { public ValueTask HandleAsync(object e, CancellationToken c) => default; } interface IOnS : On<S> { } class HOwn : IOnS { @S }"));

    [Theory]
    [InlineData("services.AddScoped<ITeliaEventHandler, HAll>();", "ok")]
    [InlineData("services.AddScoped(typeof(ITeliaEventHandler), typeof(HAll));", "ok")]
    [InlineData("services.AddScoped<HAll>();", "CSU")]
    [InlineData("services.AddScoped<On<S>, HAll>();", "CU")]
    public async Task HandlerOfEveryEvent_CountsAsItsInterface(string code, string verdict) => Assert.Equal(verdict, await VerdictAsync(code));

    /// <summary>The emitted registration of a handler class registers it where it is called, for what it handles, and by being there for nothing.</summary>
    [Theory]
    [InlineData("services.AddTeliaWebhooks<HAll>();", "", "ok")]
    [InlineData("TeliaWebhookRegistration.AddTeliaWebhooks<HAll>(services);", "", "ok")]
    [InlineData("services.AddMine<HAll>();", "static class X { public static void AddMine<T>(this IServiceCollection services) where T : class, ITeliaEventHandler => services.AddTeliaWebhooks<T>(); }", "ok")]
    [InlineData("", "static class X { public static void AddMine<T>(this IServiceCollection services) where T : class, ITeliaEventHandler => services.AddTeliaWebhooks<T>(); }", "CSU")]
    [InlineData("services.AddScoped<On<S>, HS>();", "class Unused { string Name => nameof(TeliaWebhookRegistration.AddTeliaWebhooks); }", "CU")]
    public async Task HandlerClassByTheEmittedRegistration_CountsWhereItIsCalled(string code, string other, string verdict) => Assert.Equal(verdict, await VerdictAsync(code, other));

    [Theory]
    [InlineData("services.AddTeliaWebhooks<HAll>();", "ok")]
    [InlineData("services.AddTeliaWebhooks<HAll>(); services.AddTeliaWebhooks();", "ok")]
    [InlineData("services.AddTeliaWebhooks();", "CSU")]
    [InlineData("services.AddScoped<On<S>, HS>().AddTeliaWebhooks();", "CU")]
    [InlineData("", "ok")]
    public async Task EachRegistration_IsAskedForWhatItNeeds(string code, string verdict)
    {
        string source = Expanded("namespace App; " + Handlers + "static class Program { static void Configure(IServiceCollection services) { " + code + " } }");
        Assert.Equal(verdict, await Services.VerdictAsync(Services.Application(source)));
        Assert.Equal(verdict, await Services.VerdictAsync(Services.Other("App", [source])));
    }

    [Theory]
    [InlineData("services.AddScoped(typeof(On<>), typeof(HAny<>));", "ok")]
    [InlineData("services.AddScoped(typeof(On<>), typeof(HOne<>));", "CU")]
    [InlineData("services.TryAddEnumerable(ServiceDescriptor.Scoped(typeof(On<>), typeof(HAny<>)));", "ok")]
    [InlineData("services.AddScoped(typeof(HAny<>));", "CSU")]
    [InlineData("services.AddScoped<On<S>, HAny<S>>();", "CU")]
    public async Task OpenGeneric_CountsForWhatItsConstraintsAdmit(string code, string verdict) => Assert.Equal(verdict, await Services.VerdictAsync(Services.Application(
        Expanded("namespace App; " + Handlers + "public interface IUrgent; class HOne<T> : On<T> where T : R, IUrgent { public ValueTask HandleAsync(T e, CancellationToken c) => default; }" + Program(code)),
        "namespace Consumer.Telia; public partial record SignatorySignedEvent : App.IUrgent;")));

    [Theory]
    [InlineData("services.Handle<S, HS>();", "static class X { public static void Handle<E, H>(this IServiceCollection services) where E : R where H : class, On<E> => services.AddScoped<On<E>, H>(); }", "CU")]
    [InlineData("services.Handle<S, HS>(); services.Handle<C, HC>();", "static class X { public static void Handle<E, H>(this IServiceCollection s) where E : R where H : class, On<E> => s.Inner<E, H>(); static void Inner<F, G>(this IServiceCollection s) where F : R where G : class, On<F> => s.AddScoped(typeof(On<F>), typeof(G)); }", "U")]
    [InlineData("", "static class X { public static void Handle<E, H>(this IServiceCollection services) where E : R where H : class, On<E> => services.AddScoped<On<E>, H>(); }", "CSU")]
    [InlineData("", "static class X { public static void AddMine(this IServiceCollection services) => services.AddScoped<On<S>, HS>(); }", "CU")]
    [InlineData("services.AddOnes();", "static class X { public static void AddOnes(this IServiceCollection services) { foreach (Type type in typeof(X).Assembly.GetTypes()) foreach (Type i in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(On<>))) services.AddScoped(i, type); } }", "ok")]
    [InlineData("services.AddOnes();", "static class X { public static void AddOnes(this IServiceCollection services) { foreach (Type e in new[] { typeof(S) }) services.AddScoped(typeof(On<>).MakeGenericType(e), typeof(HS)); } }", "ok")]
    [InlineData("services.AddOnes();", "static class X { static bool IsOne(Type i) => i == typeof(On<>); public static void AddOnes(this IServiceCollection services) { } }", "CSU")]
    public async Task MethodOfTheUsersOwn_CountsForWhatItRegisters(string code, string other, string verdict) => Assert.Equal(verdict, await VerdictAsync(code, other));

    [Theory]
    [InlineData("FromAssemblyOf<HS>().AddClasses(c => c.AssignableTo(typeof(On<>))).AsImplementedInterfaces().WithScopedLifetime()", "ok")]
    [InlineData("FromAssemblies(typeof(HS).Assembly).AddClasses(c => c.AssignableTo(typeof(On<>))).AsImplementedInterfaces()", "ok")]
    [InlineData("FromAssemblies(Assembly.GetExecutingAssembly()).AddClasses().AsImplementedInterfaces()", "ok")]
    [InlineData("FromCallingAssembly().AddClasses().AsImplementedInterfaces()", "ok")]
    [InlineData("FromApplicationDependencies().AddClasses().AsImplementedInterfaces()", "ok")]
    [InlineData("FromAssemblyOf<string>().AddClasses().AsImplementedInterfaces()", "CSU")]
    [InlineData("FromAssemblyOf<string>().FromAssemblyOf<HS>().AddClasses().AsImplementedInterfaces()", "ok")]
    [InlineData("FromCallingAssembly().AddClasses(c => c.AssignableTo(typeof(On<>))).AsSelf()", "CSU")]
    [InlineData("FromCallingAssembly().AddClasses(c => c.AssignableTo<On<S>>()).AsImplementedInterfaces()", "CU")]
    [InlineData("FromCallingAssembly().AddClasses(c => c.AssignableTo<IDisposable>()).AsImplementedInterfaces()", "CSU")]
    [InlineData("FromCallingAssembly().AddClasses(c => c.AssignableTo<IDisposable>()).AsImplementedInterfaces().WithScopedLifetime().AddClasses(c => c.AssignableTo<On<S>>()).AsImplementedInterfaces()", "CU")]
    [InlineData("FromCallingAssembly().AddClasses(c => c.Where(t => t.Name.EndsWith(\"Repository\"))).AsImplementedInterfaces()", "CSU")]
    [InlineData("FromCallingAssembly().AddClasses(c => c.Where(t => t.Name.StartsWith(\"HS\"))).AsImplementedInterfaces()", "CU")]
    [InlineData("FromCallingAssembly().AddClasses(c => c.Where(t => t.IsSealed)).AsImplementedInterfaces()", "CSU")]
    [InlineData("FromCallingAssembly().AddClasses(c => c.InNamespaces(\"App.Other\")).AsImplementedInterfaces()", "CSU")]
    [InlineData("FromCallingAssembly().AddClasses(c => c.AssignableTo<HS>()).As<On<S>>()", "CU")]
    [InlineData("FromCallingAssembly().AddClasses(c => c.AssignableTo(typeof(On<>)), publicOnly: true).AsImplementedInterfaces()", "ok")]
    public async Task Scan_CountsForWhatItNames(string scan, string verdict) => Assert.Equal(
        verdict, await VerdictAsync("services.Scan(s => s." + scan + ");", handlers: "public class HC : On<C> { @C } public class HS : On<S> { @S } public class HU : On<U> { @U }"));

    [Fact]
    public async Task ScanForPublicClasses_LeavesInternalOnesOut() => Assert.Equal("S", await VerdictAsync(
        "services.Scan(s => s.FromCallingAssembly().AddClasses(true).AsImplementedInterfaces());",
        handlers: "public class HC : On<C> { @C } class HS : On<S> { @S } public class HU : On<U> { @U }"));

    [Theory]
    [InlineData("services.IgnoreTeliaEvent<S>();", "CU")]
    [InlineData("services.IgnoreTeliaEvent<S>().IgnoreTeliaEvent<C>().IgnoreTeliaEvent<U>();", "ok")]
    [InlineData("services.IgnoreTeliaEvent<R>();", "CSU")]
    [InlineData("TeliaWebhookRegistration.IgnoreTeliaEvent<S>(services);", "CU")]
    public async Task IgnoredByName_Counts(string code, string verdict) => Assert.Equal(verdict, await VerdictAsync(code));

    [Theory]
    [InlineData("[assembly: AddsEventHandlers(typeof(App.HS), typeof(On<C>))]", "", "", "U")]
    [InlineData("[assembly: AddsEventHandlers(typeof(On<>))]", "", "", "ok")]
    [InlineData("[assembly: AddsEventHandlers(typeof(ITeliaEventHandler))]", "", "", "ok")]
    [InlineData("", "static class X { [AddsEventHandlers(typeof(HS))] public static void Mine() { } }", "X.Mine();", "CU")]
    [InlineData("", "static class X { [AddsEventHandlers(typeof(HS))] public static void Mine() { } }", "", "CSU")]
    [InlineData("", "static class X { [AddsEventHandlers(typeof(On<>))] public static void Mine<T>(this IServiceCollection services) { } }", "services.Mine<HS>(); services.Mine<C>();", "U")]
    public async Task SaidByAttribute_Counts(string assembly, string other, string code, string verdict) => Assert.Equal(
        verdict, await Services.VerdictAsync(Services.Application(Expanded(assembly + "\nnamespace App; " + Handlers + other + Program(code)))));

    [Fact]
    public async Task RegistrationInAnotherFileUnderAnAlias_Counts() => Assert.Equal("CU", await Services.VerdictAsync(Services.Application(
        "global using OnSigned = TypedWebhooks.IWebhookEventHandler<Consumer.Telia.SignatorySignedEvent>; global using Signed = App.HS;",
        Expanded("namespace App; " + Handlers + Program("")),
        "namespace App; static class Elsewhere { static void Add(IServiceCollection services) => services.AddScoped<OnSigned, Signed>(); }")));

    [Trait("Case", "76")]
    [Theory]
    [InlineData("[AddsEventHandlers(typeof(HS))] ", "services.AddLibrary();", "CU")]
    [InlineData("[AddsEventHandlers(typeof(HS))] ", "", "CSU")]
    [InlineData("", "services.AddLibrary();", "CSU")]
    [InlineData("", "services.AddScoped<On<S>, Library.HOpen>();", "CU")]
    [InlineData("", "services.Scan(s => s.FromAssemblyOf<Library.HOpen>().AddClasses().AsImplementedInterfaces());", "CU")]
    public async Task LibrarysRegistration_CountsWhereItSaysSoAndIsCalled(string marker, string code, string verdict)
    {
        CSharpCompilation library = Services.Other("Library", [Expanded("namespace Library; public class HOpen : On<S> { @S } class HS : On<S> { @S } public static class Add { " + marker + "public static void AddLibrary(this IServiceCollection services) => services.AddScoped<On<S>, HS>(); }")]);
        CSharpCompilation application = Services.Other("App", [Expanded("namespace App; using Library; " + Program(code))], Services.Image(library));
        Assert.Equal(verdict, await Services.VerdictAsync(application));
    }

    /// <summary>The input with which it was found: one class implements everything, another one is registered.</summary>
    [Fact]
    public async Task ClassThatIsNotRegistered_SilencesNothing() => Assert.Equal("CU", await VerdictAsync("services.AddScoped<On<S>, HS>();"));

    private static Task<string> VerdictAsync(string code, string other = "", string handlers = Handlers) =>
        Services.VerdictAsync(Services.Application(Expanded("namespace App; " + handlers + other + Program(code))));

    private static string Program(string code) =>
        " static class Program { static void Configure(IServiceCollection services) { " + code + " services.AddTeliaWebhooks(); } }";

    private static string Expanded(string code)
    {
        foreach (string name in new[] { "C", "S", "U", "R" })
        {
            code = code.Replace("@" + name, $"public ValueTask HandleAsync({name} e, CancellationToken c) => default;", StringComparison.Ordinal);
        }

        return "using C = Consumer.Telia.SignatureRequestCompletedEvent; using S = Consumer.Telia.SignatorySignedEvent; using U = Consumer.Telia.UnrecognizedTeliaEvent; using R = Consumer.Telia.TeliaEvent;\n"
            + code.Replace("On<", "IWebhookEventHandler<", StringComparison.Ordinal);
    }
}

using System;
using System.IO;
using System.Threading.Tasks;

namespace TypedWebhooks.Package.Tests;

/// <summary>A folder with one or more projects that reference the packed package.</summary>
public sealed class Consumer
{
    private readonly PackedPackage _package;

    public Consumer(PackedPackage package, string name)
    {
        _package = package;
        Directory = System.IO.Directory.CreateDirectory(Path.Combine(package.Root, name)).FullName;
    }

    public string Directory { get; }

    /// <summary>Writes a file, whose text may say <c>$(PackageVersion)</c>.</summary>
    public Consumer Write(string path, string text)
    {
        string file = Path.Combine(Directory, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text.Replace("$(PackageVersion)", _package.Version, StringComparison.Ordinal));
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Directory, path));

    public Task<CommandResult> BuildAsync(string project = ".") =>
        DotnetCommand.RunAsync(Directory, "build", project, "-v:q", "-tl:off");

    public Task<CommandResult> RunAsync(string dll, string input) =>
        DotnetCommand.RunProgramAsync("dotnet", Directory, input, dll);

    public Task<CommandResult> DotnetAsync(params string[] arguments) => DotnetCommand.RunAsync(Directory, arguments);
}

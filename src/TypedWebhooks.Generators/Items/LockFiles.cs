using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Items;

/// <summary>A lock file: the baseline of a provider, or of one of its versions, by its name.</summary>
/// <param name="Text">Its text; null where the compiler could not read the file.</param>
/// <param name="IsLinked">Whether it lies outside of the project's folder, where it may be that of another project.</param>
internal sealed record LockFile(string Path, string? Text, bool IsLinked)
{
    public const string Extension = ".webhooks.lock";

    /// <summary>Its path in one form.</summary>
    public string Address { get; } = SchemaPath.Normalize(Path);

    /// <summary>The last part of its path.</summary>
    public string Name => Address.Substring(Address.LastIndexOf('/') + 1);

    /// <summary>What the lock file of a provider is called, or of one of its versions. What no file name has is a hyphen there.</summary>
    public static string NameOf(string provider, string version)
    {
        StringBuilder name = new(provider);
        if (version.Length > 0)
        {
            name.Append('.');
            foreach (char c in version)
            {
                name.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-' ? c : '-');
            }
        }

        return name.Append(Extension).ToString();
    }
}

/// <summary>The lock files of a project, in ordinal order of their paths. A name is one in any case, as for Windows.</summary>
internal sealed record LockFiles(EquatableArray<LockFile> Files)
{
    public static LockFiles Of(IEnumerable<DeclaredFile> declared) => Of(declared
        .Where(static file => file.Kind is FileKind.Lock or FileKind.LinkedLock)
        .Select(static file => new LockFile(file.Path, file.Text, file.Kind == FileKind.LinkedLock)));

    public static LockFiles Of(IEnumerable<LockFile> files) => new(files
        .OrderBy(static file => file.IsLinked)
        .ThenBy(static file => file.Address, StringComparer.Ordinal)
        .ToEquatableArray());

    /// <summary>The lock file of a provider, or of one of its versions; of several the first, and those of the project before others.</summary>
    public LockFile? Find(string provider, string version)
    {
        string name = LockFile.NameOf(provider, version);
        return Files.FirstOrDefault(file => Is(file, name));
    }

    /// <summary>The other lock files of the same name, which nobody follows.</summary>
    public IEnumerable<LockFile> Further(string provider, string version)
    {
        string name = LockFile.NameOf(provider, version);
        return Files.Where(file => Is(file, name) && !file.IsLinked).Skip(1);
    }

    /// <summary>The lock files of the project that are those of no provider.</summary>
    public IEnumerable<LockFile> Orphans(IEnumerable<(string Provider, string Version)> providers)
    {
        HashSet<string> names = new(providers.Select(static provider => LockFile.NameOf(provider.Provider, provider.Version)), StringComparer.OrdinalIgnoreCase);
        return Files.Where(file => !file.IsLinked && !names.Contains(file.Name));
    }

    private static bool Is(LockFile file, string name) => string.Equals(file.Name, name, StringComparison.OrdinalIgnoreCase);
}

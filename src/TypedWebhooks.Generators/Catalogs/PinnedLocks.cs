using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>What one lock file says of names. Equal while that is, whatever else stands in the file.</summary>
internal sealed record PinnedLock(string Path, bool IsLinked, PinnedNames Names)
{
    /// <summary>Reads a lock file; one that is none has no names.</summary>
    public static PinnedLock Read(DeclaredFile file, CancellationToken cancellationToken) => new(
        file.Path,
        file.Kind == FileKind.LinkedLock,
        file.Text is not null && BaselineReader.Read(file.Text, cancellationToken, out _) is { } read ? PinnedNamesReader.Read(read.Baseline) : PinnedNames.None);
}

/// <summary>The names that the lock files of a project say, each those of its provider.</summary>
internal sealed record PinnedLocks(EquatableArray<PinnedLock> Locks)
{
    public static PinnedLocks Of(IEnumerable<PinnedLock> locks) => new(locks
        .OrderBy(static file => file.Path, StringComparer.Ordinal)
        .ToEquatableArray());

    /// <summary>The files of a provider with the names that its lock file says.</summary>
    public ProviderFiles Pin(ProviderFiles files)
    {
        if (Locks.Count == 0)
        {
            return files;
        }

        LockFile? own = LockFiles.Of(Locks.Select(static file => new LockFile(file.Path, null, file.IsLinked))).Find(files.Name, files.VersionText);
        return own is null ? files : files with { Pins = Locks.First(file => file.Path == own.Path).Names };
    }
}

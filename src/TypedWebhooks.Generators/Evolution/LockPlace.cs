using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Items;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Where the lock file of a provider is written that has none yet.</summary>
internal static class LockPlace
{
    /// <summary>
    /// Beside its schemas, or in the folder that they have in common; in the project's folder where they lie elsewhere: two projects that
    /// link the same schemas have types of their own.
    /// </summary>
    public static string Of(ProviderFiles files, string projectFolder)
    {
        string project = projectFolder.TrimEnd('/') + "/";
        List<string[]> folders = [.. files.Documents
            .Where(document => !document.File.IsMap && document.File.Address.StartsWith(project, StringComparison.OrdinalIgnoreCase))
            .Select(document => Folder(document.File.Address.Substring(project.Length)))];
        if (folders.Count == 0)
        {
            return project + LockFile.NameOf(files.Name, files.VersionText);
        }

        int common = 0;
        while (folders.TrueForAll(folder => folder.Length > common && folder[common] == folders[0][common]))
        {
            common++;
        }

        return project + string.Concat(folders[0].Take(common).Select(static name => name + "/")) + LockFile.NameOf(files.Name, files.VersionText);
    }

    private static string[] Folder(string path)
    {
        string[] parts = path.Split('/');
        return [.. parts.Take(parts.Length - 1)];
    }
}

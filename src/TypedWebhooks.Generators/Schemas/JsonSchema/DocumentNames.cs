using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// Names the documents, each after its file. Those whose files are called alike are called after their folders too, as many as it takes
/// to tell all of them apart.
/// </summary>
internal static class DocumentNames
{
    private const int MostFolders = 8;

    public static void Give(SchemaNames names, IEnumerable<SchemaNode> roots)
    {
        foreach (IGrouping<string, SchemaNode> alike in roots.GroupBy(static root => WireName.ToPascalCase(root.Resource.Name).Text, StringComparer.OrdinalIgnoreCase))
        {
            List<SchemaNode> documents = [.. alike];
            int folders = documents.Count == 1 ? 0 : Enumerable.Range(1, MostFolders).FirstOrDefault(count => AreDifferent(documents, count));
            foreach (SchemaNode document in documents)
            {
                names.Add(document.Node, new(Name(document, folders)));
            }
        }
    }

    private static bool AreDifferent(List<SchemaNode> documents, int folders) => documents
        .Select(document => WireName.ToPascalCase(Name(document, folders)).Text)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Count() == documents.Count;

    private static string Name(SchemaNode document, int folders)
    {
        string[] path = document.Resource.Document.File.Path.Split('/', '\\');
        int first = Math.Max(0, path.Length - 1 - folders);
        return string.Join("/", path.Skip(first).Take(path.Length - 1 - first).Concat([document.Resource.Name]));
    }
}

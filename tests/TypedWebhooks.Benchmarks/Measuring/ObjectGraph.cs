using System;
using System.Collections.Generic;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TypedWebhooks.Benchmarks.Measuring;

/// <summary>The bytes that an object and everything it holds take on the heap: what its making has to allocate at the least.</summary>
internal static class ObjectGraph
{
    public static long BytesOf(object root)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance) { "" };
        Stack<object> open = new([root]);
        long bytes = 0;
        while (open.TryPop(out object? item))
        {
            if (!seen.Add(item))
            {
                continue;
            }

            bytes += Size(item);
            Collect(item, item.GetType(), open);
        }

        return bytes;
    }

    private static void Collect(object item, Type type, Stack<object> open)
    {
        if (item is string || type.IsPrimitive)
        {
            return;
        }

        if (item is Array array)
        {
            foreach (object? element in array)
            {
                Push(element, type.GetElementType()!, open);
            }

            return;
        }

        for (Type? t = type; t is not null; t = t.BaseType)
        {
            foreach (FieldInfo field in t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Push(field.GetValue(item), field.FieldType, open);
            }
        }
    }

    private static void Push(object? value, Type declared, Stack<object> open)
    {
        if (value is null or Type or Delegate || declared.IsPrimitive || declared.IsEnum)
        {
            return;
        }

        if (declared.IsValueType)
        {
            Collect(value, value.GetType(), open);
        }
        else
        {
            open.Push(value);
        }
    }

    private static long Size(object item) => item switch
    {
        string text => (22 + (2 * text.Length) + 7) / 8 * 8,
        Array array => Measure(() => Array.CreateInstance(array.GetType().GetElementType()!, array.Length)),
        _ => Measure(() => RuntimeHelpers.GetUninitializedObject(item.GetType())),
    };

    private static long Measure(Func<object> make)
    {
        make();
        long before = GC.GetAllocatedBytesForCurrentThread();
        make();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

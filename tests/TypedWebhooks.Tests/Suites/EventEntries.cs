using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.IO.Pipelines;
using System.Text.Json;
using System.Threading.Tasks;
using TypedWebhooks.Tests.Samples;

namespace TypedWebhooks.Tests.Suites;

/// <summary>All the ways by which a body becomes an event.</summary>
internal static class EventEntries
{
    private static readonly JsonSerializerOptions s_smallBuffers = new() { DefaultBufferSize = 1 };

    public static IReadOnlyDictionary<string, Func<byte[], Task<OrderEvent?>>> All { get; } =
        new Dictionary<string, Func<byte[], Task<OrderEvent?>>>
        {
            ["span"] = static json => Task.FromResult<OrderEvent?>(OrderEvent.Parse(json)),
            ["stream"] = static async json => await OrderEvent.ParseAsync(new TricklingStream(json, 3)),
            ["serializer, span"] = static json => Task.FromResult(JsonSerializer.Deserialize<OrderEvent>(json)),
            ["serializer, stream"] = static async json => await JsonSerializer.DeserializeAsync<OrderEvent>(new TricklingStream(json, 1), s_smallBuffers),
            ["serializer, pipe"] = static async json => await JsonSerializer.DeserializeAsync<OrderEvent>(Pipe(json), s_smallBuffers),
            ["segments of 1"] = static json => Task.FromResult(FromSequence(Segments.Of(json, 1))),
            ["segments of 7"] = static json => Task.FromResult(FromSequence(Segments.Of(json, 7))),
            ["array sequence"] = static json => Task.FromResult(FromSequence(new ReadOnlySequence<byte>([.. "xx"u8, .. json, .. "y"u8], 2, json.Length))),
            ["memory sequence"] = static json => Task.FromResult(FromSequence(Segments.OfManager(json))),
        };

    public static PipeReader Pipe(byte[] json) =>
        PipeReader.Create(new TricklingStream(json, 5), new StreamPipeReaderOptions(bufferSize: 16, minimumReadSize: 1));

    private static OrderEvent? FromSequence(ReadOnlySequence<byte> json)
    {
        Utf8JsonReader reader = new(json);
        OrderEvent? result = JsonSerializer.Deserialize<OrderEvent>(ref reader);
        while (reader.Read())
        {
        }

        return result;
    }
}

/// <summary>A stream that gives a few bytes at a time, as networks do.</summary>
internal sealed class TricklingStream(byte[] bytes, int piece) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, System.Threading.CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, piece)], cancellationToken);

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);
}

/// <summary>Sequences of several pieces.</summary>
internal sealed class Segments : ReadOnlySequenceSegment<byte>
{
    public static ReadOnlySequence<byte> Of(byte[] json, int length)
    {
        Segments first = new() { Memory = Array.Empty<byte>() };
        Segments last = first;
        for (int i = 0; i < json.Length; i += length)
        {
            Segments next = new()
            {
                // Each segment is an array of its own, with other bytes around it.
                Memory = new ReadOnlyMemory<byte>([0xFF, .. json.AsSpan(i, Math.Min(length, json.Length - i)), 0xFF])[1..^1],
                RunningIndex = last.RunningIndex + last.Memory.Length,
            };
            last.Next = next;
            last = next;
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    public static ReadOnlySequence<byte> OfManager(byte[] json) => new(new Manager([.. "x"u8, .. json]).Memory[1..]);

    private sealed class Manager(byte[] bytes) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => bytes;

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin() => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
        }
    }
}

package gemwright.source.safetensors;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One safetensors file: eight bytes with the length of a JSON object, the object, and the bytes of
/// the tensors without gaps (safetensors 0.6, `safetensors/src/tensor.rs`).
///
/// @param tensors windows on the file, in the order of their bytes
/// @param metadata pairs under `__metadata__`
record SafetensorsFile(List<Tensor> tensors, Map<String, String> metadata) {
    private static final long LONGEST_HEADER = 100_000_000;
    private static final String METADATA = "__metadata__";
    private static final ValueLayout.OfLong LENGTH =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final Map<String, ElementType> TYPES =
            Map.ofEntries(
                    Map.entry("F64", ElementType.DOUBLE),
                    Map.entry("F32", ElementType.FLOAT),
                    Map.entry("F16", ElementType.FLOAT16),
                    Map.entry("BF16", ElementType.BFLOAT16),
                    Map.entry("F8_E4M3", ElementType.FLOAT8E4M3FN),
                    Map.entry("F8_E5M2", ElementType.FLOAT8E5M2),
                    Map.entry("F8_E8M0", ElementType.FLOAT8E8M0),
                    Map.entry("F4", ElementType.FLOAT4E2M1),
                    Map.entry("C64", ElementType.COMPLEX64),
                    Map.entry("I64", ElementType.INT64),
                    Map.entry("I32", ElementType.INT32),
                    Map.entry("I16", ElementType.INT16),
                    Map.entry("I8", ElementType.INT8),
                    Map.entry("U64", ElementType.UINT64),
                    Map.entry("U32", ElementType.UINT32),
                    Map.entry("U16", ElementType.UINT16),
                    Map.entry("U8", ElementType.UINT8),
                    Map.entry("BOOL", ElementType.BOOL));

    SafetensorsFile {
        tensors = List.copyOf(tensors);
        metadata = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /// @param where the file, for messages
    static SafetensorsFile of(MemorySegment bytes, String where) throws Problem {
        long rest = bytes.byteSize() - Long.BYTES;
        long length = rest < 0 ? -1 : bytes.get(LENGTH, 0);
        if (length < 0 || length > rest || length > LONGEST_HEADER) {
            throw damaged(where, "claims a header of " + Long.toUnsignedString(length) + " bytes");
        }
        byte[] json = bytes.asSlice(Long.BYTES, length).toArray(ValueLayout.JAVA_BYTE);
        if (!(Json.parse(new String(json, StandardCharsets.UTF_8), where)
                instanceof Map<?, ?> header)) {
            throw damaged(where, "has a header that is no object");
        }
        MemorySegment data = bytes.asSlice(Long.BYTES + length);
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<?, ?> member : header.entrySet()) {
            String name = String.valueOf(member.getKey());
            if (!name.equals(METADATA)) {
                entries.add(Entry.of(name, member.getValue(), where));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::from).thenComparingLong(Entry::to));
        return new SafetensorsFile(tensors(entries, data, where), metadata(header, where));
    }

    /// One member of the header.
    private record Entry(String name, ElementType type, Longs shape, long from, long to) {
        static Entry of(String name, @Nullable Object value, String where) throws Problem {
            Map<?, ?> entry = value instanceof Map<?, ?> map ? map : Map.of();
            ElementType type = TYPES.get(String.valueOf(entry.get("dtype")));
            if (type == null) {
                throw damaged(where, name + " has the unknown type " + entry.get("dtype"));
            }
            Optional<Longs> shape = numbers(entry.get("shape"));
            Optional<Longs> offsets = numbers(entry.get("data_offsets")).filter(o -> o.size() == 2);
            if (shape.isEmpty() || offsets.isEmpty()) {
                throw damaged(where, name + " lacks a shape or its offsets");
            }
            return new Entry(name, type, shape.get(), offsets.get().at(0), offsets.get().at(1));
        }

        private static Optional<Longs> numbers(@Nullable Object value) {
            if (!(value instanceof List<?> list)) {
                return Optional.empty();
            }
            long[] numbers = new long[list.size()];
            for (int i = 0; i < numbers.length; i++) {
                if (!(list.get(i) instanceof Long number) || number < 0) {
                    return Optional.empty();
                }
                numbers[i] = number;
            }
            return Optional.of(Longs.of(numbers));
        }

        /// Whether the bytes are as many as the shape says.
        boolean isWhole() {
            try {
                long size = 1;
                for (long one : shape) {
                    size = Math.multiplyExact(size, one);
                }
                return to >= from && type.bytes(size) == to - from;
            } catch (ArithmeticException tooLarge) {
                return false;
            }
        }
    }

    private static List<Tensor> tensors(List<Entry> entries, MemorySegment data, String where)
            throws Problem {
        List<Tensor> tensors = new ArrayList<>();
        long at = 0;
        for (Entry entry : entries) {
            if (entry.from() != at || entry.to() > data.byteSize() || !entry.isWhole()) {
                throw damaged(where, entry.name() + " does not lie where its shape says");
            }
            MemorySegment window = data.asSlice(at, entry.to() - at);
            TensorData content = TensorData.window(window);
            tensors.add(new Tensor(entry.name(), entry.type(), entry.shape(), content));
            at = entry.to();
        }
        if (at != data.byteSize()) {
            throw damaged(where, "has " + (data.byteSize() - at) + " bytes behind the tensors");
        }
        return tensors;
    }

    private static Map<String, String> metadata(Map<?, ?> header, String where) throws Problem {
        Object value = header.get(METADATA);
        if (value != null && !(value instanceof Map<?, ?>)) {
            throw damaged(where, "has metadata that is no object");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> pairs) {
            pairs.forEach((k, v) -> metadata.put(String.valueOf(k), String.valueOf(v)));
        }
        return metadata;
    }

    private static Problem damaged(String where, String what) {
        return Problem.of("safetensors.damaged", where, what);
    }
}

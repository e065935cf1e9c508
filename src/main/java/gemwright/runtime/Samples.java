package gemwright.runtime;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.data.DType;
import gemwright.data.NdArray;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How samples travel to the proving child: a JSON description, its length before it, and the bytes
/// of the numbers one after the other behind it. Texts stand in the description.
final class Samples {
    private Samples() {}

    static byte[] encode(List<Map<String, NdArray>> samples) {
        List<Object> described = new ArrayList<>();
        for (Map<String, NdArray> sample : samples) {
            List<Object> arrays = new ArrayList<>();
            sample.forEach((name, array) -> arrays.add(describe(name, array)));
            described.add(arrays);
        }
        byte[] head = Json.write(described).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(all)) {
            out.writeInt(head.length);
            out.write(head);
            for (Map<String, NdArray> sample : samples) {
                for (NdArray array : sample.values()) {
                    out.write(array.segment().toArray(ValueLayout.JAVA_BYTE));
                }
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return all.toByteArray();
    }

    private static Map<String, @Nullable Object> describe(String name, NdArray array) {
        return Json.object(
                "name", name,
                "type", array.dtype().name(),
                "shape", array.shape(),
                "texts", array.texts());
    }

    static List<Map<String, NdArray>> decode(InputStream from) throws IOException, Problem {
        DataInputStream in = new DataInputStream(from);
        String head = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        List<Map<String, NdArray>> samples = new ArrayList<>();
        if (Json.parse(head, "samples") instanceof List<?> described) {
            for (Object sample : described) {
                Map<String, NdArray> arrays = new LinkedHashMap<>();
                for (Object array : (List<?>) sample) {
                    Map<?, ?> one = (Map<?, ?>) array;
                    arrays.put(String.valueOf(one.get("name")), read(one, in));
                }
                samples.add(arrays);
            }
        }
        return samples;
    }

    private static NdArray read(Map<?, ?> described, DataInputStream in) throws IOException {
        DType type = DType.valueOf(String.valueOf(described.get("type")));
        List<Long> shape = list(described.get("shape")).stream().map(d -> (Long) d).toList();
        if (type == DType.STRING) {
            List<String> texts =
                    list(described.get("texts")).stream().map(String::valueOf).toList();
            return NdArray.of(texts, shape.stream().mapToLong(Long::longValue).toArray());
        }
        long size = shape.stream().reduce(1L, Math::multiplyExact);
        byte[] bytes = in.readNBytes(Math.toIntExact(size * type.bytes()));
        return NdArray.of(type, MemorySegment.ofArray(bytes), shape);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}

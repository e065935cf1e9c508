package gemwright.source.safetensors;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.format.Mapped;
import gemwright.onnx.Tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// `model.safetensors.index.json` of the Hugging Face hub: the name of each tensor, and the file
/// beside the index that holds it.
final class ShardIndex {
    private ShardIndex() {}

    /// Opens the files that the index names; they are added to `opened`, which the caller closes.
    ///
    /// @param path where the index lies
    static SafetensorsFile open(Path path, MemorySegment index, List<Mapped> opened)
            throws Problem {
        Map<String, Set<String>> shards = shards(path, index);
        List<Tensor> tensors = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, Set<String>> shard : shards.entrySet()) {
            Mapped file = Mapped.of(path.resolveSibling(shard.getKey()));
            opened.add(file);
            SafetensorsFile read = SafetensorsFile.of(file.bytes(), file.path().toString());
            Set<String> missing = new TreeSet<>(shard.getValue());
            for (Tensor tensor : read.tensors()) {
                if (missing.remove(tensor.name())) {
                    tensors.add(tensor);
                }
            }
            if (!missing.isEmpty()) {
                String first = missing.iterator().next();
                throw Problem.of("safetensors.damaged", file.path(), "does not hold " + first);
            }
            metadata.putAll(read.metadata());
        }
        return new SafetensorsFile(tensors, metadata);
    }

    /// Files in the order of their first tensor, and what each should hold.
    private static Map<String, Set<String>> shards(Path path, MemorySegment index) throws Problem {
        String text = new String(index.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        Map<?, ?> root = Json.parse(text, path.toString()) instanceof Map<?, ?> m ? m : Map.of();
        if (!(root.get("weight_map") instanceof Map<?, ?> weights)) {
            throw Problem.of("safetensors.damaged", path, "has no weight_map");
        }
        Map<String, Set<String>> shards = new LinkedHashMap<>();
        for (Map.Entry<?, ?> weight : weights.entrySet()) {
            String file = String.valueOf(weight.getValue());
            // A path could lead out of the folder.
            if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                throw Problem.of("safetensors.damaged", path, "names the file " + file);
            }
            shards.computeIfAbsent(file, _ -> new HashSet<>()).add(String.valueOf(weight.getKey()));
        }
        return shards;
    }
}

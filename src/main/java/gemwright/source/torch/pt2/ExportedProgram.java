package gemwright.source.torch.pt2;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.shape.Size;
import gemwright.source.torch.saved.NamedTensors;
import gemwright.source.torch.saved.SavedFile;
import gemwright.source.torch.saved.TorchArchive;
import gemwright.source.torch.saved.TorchTensors;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A `.pt2` archive: the program as JSON and the tensors that it is lifted out of
/// (`torch/export/pt2_archive` of release 2.9, schema 8; and the layout of release 2.1 to 2.7, with
/// the tensors in pickled state dicts).
final class ExportedProgram {
    private static final long SCHEMA = 8;
    private static final long OLDEST_SCHEMA = 5;

    private final String where;
    private final Fields program;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private ExportedProgram(String where, Fields program) {
        this.where = where;
        this.program = program;
    }

    static ExportedProgram of(MemorySegment bytes, String where, Progress progress) throws Problem {
        TorchArchive archive = TorchArchive.of(bytes, where);
        List<String> models = new ArrayList<>();
        for (String name : archive.names()) {
            if (name.matches("models/[^/]+\\.json")
                    || name.equals("serialized_exported_program.json")) {
                models.add(name);
            }
        }
        if (models.size() != 1) {
            throw Problem.of("torch.programs", where, models.size());
        }
        String json = archive.text(models.getFirst()).orElseThrow();
        Fields program = Fields.of(Json.parse(json, where + ", " + models.getFirst()), where);
        requireSchema(program);
        ExportedProgram read = new ExportedProgram(where, program);
        if (models.getFirst().startsWith("models/")) {
            String name =
                    models.getFirst()
                            .substring(
                                    "models/".length(),
                                    models.getFirst().length() - ".json".length());
            read.tensors(archive, "data/weights/", name + "_weights_config.json");
            read.tensors(archive, "data/constants/", name + "_constants_config.json");
        } else {
            read.pickled(archive, "serialized_state_dict", progress);
            read.pickled(archive, "serialized_constants", progress);
        }
        return read;
    }

    private static void requireSchema(Fields program) throws Problem {
        long major = program.object("schema_version").whole("major");
        if (major < OLDEST_SCHEMA || major > SCHEMA) {
            throw Problem.of("torch.schema", program.where(), Long.toString(major));
        }
    }

    private void tensors(TorchArchive archive, String folder, String config) throws Problem {
        Optional<String> json = archive.text(folder + config);
        if (json.isEmpty()) {
            return;
        }
        String place = where + ", " + folder + config;
        Fields entries = Fields.of(Json.parse(json.get(), place), place).object("config");
        for (Map.Entry<?, ?> entry : entries.members().entrySet()) {
            String name = String.valueOf(entry.getKey());
            Fields payload = Fields.of(entry.getValue(), place);
            // A pickle: a tensor of a class of its own, or an object. What uses it is refused.
            if (Boolean.TRUE.equals(payload.get("use_pickle")) || !payload.has("tensor_meta")) {
                continue;
            }
            String file = folder + payload.text("path_name");
            Optional<MemorySegment> bytes = archive.content(file);
            if (bytes.isEmpty()) {
                throw Problem.of("torch.storage", where, file);
            }
            tensors.put(
                    name, tensor(name, TensorMeta.of(payload.object("tensor_meta")), bytes.get()));
        }
    }

    private Tensor tensor(String name, TensorMeta meta, MemorySegment bytes) throws Problem {
        Optional<Tensor> tensor =
                TorchTensors.view(
                        name,
                        meta.type(),
                        numbers(meta.sizes()),
                        numbers(meta.strides()),
                        meta.offset().number().orElse(-1),
                        bytes);
        if (tensor.isEmpty()) {
            String what = "reaches beyond its storage of " + bytes.byteSize() + " bytes";
            throw Problem.of("torch.tensor", where + ", " + name, what);
        }
        return tensor.get();
    }

    private static Longs numbers(List<Size> sizes) {
        return Longs.of(sizes.stream().mapToLong(s -> s.number().orElse(-1)).toArray());
    }

    private void pickled(TorchArchive archive, String entry, Progress progress) throws Problem {
        for (String ending : List.of(".pt", ".json")) {
            Optional<MemorySegment> bytes = archive.content(entry + ending);
            if (bytes.isPresent() && bytes.get().byteSize() > 0) {
                SavedFile file = SavedFile.of(bytes.get(), where + ", " + entry + ending, progress);
                NamedTensors.All all = NamedTensors.of(file);
                all.weights().forEach(tensor -> tensors.put(tensor.name(), tensor));
                all.others().forEach(tensor -> tensors.put(tensor.name(), tensor));
            }
        }
    }

    /// The file, for messages.
    String where() {
        return where;
    }

    /// Parameters, buffers and constants by their names in the module.
    Map<String, Tensor> tensors() {
        return tensors;
    }

    /// The release that wrote it; empty where the file does not tell.
    String release() {
        return program.get("torch_version") instanceof String version ? version : "";
    }

    /// Nodes, and the metadata of values.
    Fields graph() throws Problem {
        return program.object("graph_module").object("graph");
    }

    /// What inputs and outputs are.
    Fields signature() throws Problem {
        return program.object("graph_module").object("signature");
    }

    /// The keys of a dictionary that the module gives; none where it gives something else.
    List<String> outputKeys() throws Problem {
        List<?> calls = program.object("graph_module").list("module_call_graph");
        if (calls.isEmpty() || !Fields.of(calls.getFirst(), where).has("signature")) {
            return List.of();
        }
        Fields signature = Fields.of(calls.getFirst(), where).object("signature");
        if (!(signature.get("out_spec") instanceof String spec)
                || !(Json.parse(spec, where) instanceof List<?> parts)
                || parts.size() < 2) {
            return List.of();
        }
        Fields tree = Fields.of(parts.get(1), where);
        boolean dict = "builtins.dict".equals(tree.get("type"));
        if (!dict || !(tree.get("context") instanceof String context)) {
            return List.of();
        }
        return Json.parse(context, where) instanceof List<?> keys
                ? keys.stream().map(String::valueOf).toList()
                : List.of();
    }
}

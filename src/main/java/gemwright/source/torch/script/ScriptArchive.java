package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.pickle.PickleDict;
import gemwright.format.pickle.PickleValue;
import gemwright.source.torch.saved.TorchArchive;
import gemwright.source.torch.saved.TorchTensors;
import gemwright.source.torch.script.ScriptValue.Instance;
import gemwright.source.torch.script.syntax.ClassSource;
import gemwright.source.torch.script.syntax.Method;
import gemwright.source.torch.script.syntax.Parser;
import gemwright.source.torch.script.syntax.SourceFile;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An archive of `torch.jit.save`: the source of its classes, the module, constants, and the inputs
/// that a trace was made with (`torch/csrc/jit/serialization/export_module.cpp`, PyTorch 2.9).
final class ScriptArchive {
    private static final String CODE = "code/";
    private static final String ENDING = ".py";

    private final TorchArchive archive;
    private final String where;
    private final Map<String, ClassSource> classes = new HashMap<>();
    private final Map<String, Method> functions = new HashMap<>();
    private final PickleValue root;
    private final List<PickleValue> constants;
    private final Optional<List<ExampleInput>> example;

    private ScriptArchive(TorchArchive archive, String where, Progress progress) throws Problem {
        this.archive = archive;
        this.where = where;
        for (String name : archive.names()) {
            if (name.startsWith(CODE) && name.endsWith(ENDING)) {
                progress.step("reading", 0, 0);
                read(name);
            }
        }
        root = archive.pickle("data.pkl", progress).root();
        constants = archive.pickle("constants.pkl", progress).root().elements();
        example = ExampleInput.of(archive, where, progress);
    }

    /// @param where the file, for messages
    static ScriptArchive of(MemorySegment bytes, String where, Progress progress) throws Problem {
        return new ScriptArchive(TorchArchive.of(bytes, where), where, progress);
    }

    private void read(String entry) throws Problem {
        String source = archive.text(entry).orElseThrow();
        SourceFile file = Parser.parse(source, entry, where + ", " + entry);
        String prefix =
                entry.substring(CODE.length(), entry.length() - ENDING.length()).replace('/', '.');
        file.classes().forEach((name, read) -> classes.put(prefix + "." + name, read));
        file.functions().forEach((name, read) -> functions.put(prefix + "." + name, read));
    }

    /// What a call of the module finds, and may change.
    ///
    /// @param constants `CONSTANTS.c3` is the one at place 3
    record State(Instance module, List<ScriptValue> constants) {
        State {
            constants = List.copyOf(constants);
        }
    }

    /// The state as it was saved, anew each time.
    State state() throws Problem {
        TorchTensors data = new TorchTensors(archive.storages("data"), where);
        if (!(new ObjectReader(data, where, false).value(root, "") instanceof Instance module)) {
            throw Problem.of("torch.damaged", where, "data.pkl holds no module");
        }
        TorchTensors own = new TorchTensors(archive.storages("constants"), where);
        ObjectReader reader = new ObjectReader(own, where, true);
        List<ScriptValue> all = new ArrayList<>();
        for (PickleValue value : constants) {
            all.add(reader.value(value, "c" + all.size()));
        }
        return new State(module, all);
    }

    /// The file, for messages.
    String where() {
        return where;
    }

    /// The class of that full name: `__torch__.nets.Net`.
    Optional<ClassSource> classOf(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /// The function of that full name: `__torch__.torch.nn.functional.relu`.
    Optional<Method> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /// What a call of the module calls.
    Method forward() throws Problem {
        String type = state().module().type();
        Optional<Method> forward = classOf(type).map(found -> found.methods().get("forward"));
        if (forward.isEmpty()) {
            throw Problem.of("torch.name", where, type + ".forward");
        }
        return forward.get();
    }

    /// What a trace was made with; empty for a script, a frozen module, or an old file.
    Optional<List<ExampleInput>> example() {
        return example;
    }

    /// Where the source of an entry comes from.
    DebugRanges ranges(String entry, Progress progress) {
        try {
            String name = entry + ".debug_pkl";
            return archive.content(name).isPresent()
                    ? DebugRanges.of(archive.pickle(name, progress).root())
                    : DebugRanges.NONE;
        } catch (Problem damaged) {
            // Only messages lose their line numbers.
            return DebugRanges.NONE;
        }
    }

    /// Names in the module for its parts, for [Instance]s that hold a `PickleDict` state.
    static Map<String, PickleValue> named(Optional<PickleDict> state) {
        return state.map(PickleDict::named).orElse(Map.of());
    }
}

package gemwright.runtime;

import ai.onnxruntime.OnnxModelMetadata;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.ColumnKind;
import gemwright.data.NdArray;
import gemwright.data.Table;
import gemwright.onnx.ElementType;
import gemwright.onnx.Model;
import gemwright.onnx.OnnxFile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A model loaded into ONNX Runtime, ready to run: the only door to native code.
///
/// Any number of threads may run it at the same time. Whoever opened it closes it; closing waits
/// for the runs that are under way.
///
/// ```java
/// try (Session session = Session.open(path, SessionOptions.batch())) {
///     Answer answer = session.run(table, progress);
///     NdArray probabilities = answer.array("probabilities");
/// }
/// ```
public final class Session implements AutoCloseable {
    private static final String FEATURES = "gemwright.features";

    private final String name;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final UnsignedCast casts;
    private final List<Port> inputs;
    private final List<Port> outputs;
    private final Map<String, String> metadata;
    private final Optional<List<String>> features;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    private Session(String name, OrtEnvironment environment, OrtSession session)
            throws OrtException, Problem {
        this.name = name;
        this.environment = environment;
        this.session = session;
        this.inputs = Ports.of(session.getInputInfo().values());
        this.outputs = Ports.of(session.getOutputInfo().values());
        OnnxModelMetadata found = session.getMetadata();
        this.metadata = Map.copyOf(found.getCustomMetadata());
        this.features = features(name, metadata);
        this.casts = new UnsignedCast(environment, inputs);
    }

    /// Loads a model from a file; external data is looked for beside it.
    ///
    /// @throws Problem where the file cannot be read, or ONNX Runtime refuses the model
    public static Session open(Path model, SessionOptions options) throws Problem {
        Loading.requireFile(model);
        return Loading.load(
                model.toString(),
                options,
                (environment, settings) ->
                        environment.createSession(model.toAbsolutePath().toString(), settings),
                Session::new);
    }

    /// Loads a model from its bytes, which the session does not need any more afterwards.
    ///
    /// @param name what the user calls the model, for problems
    public static Session open(String name, byte[] model, SessionOptions options) throws Problem {
        return Loading.load(
                name,
                options,
                (environment, settings) -> environment.createSession(model, settings),
                Session::new);
    }

    /// Loads a model that was built and not read, such as one that was just converted.
    ///
    /// @param name what the user calls the model, for problems
    public static Session open(String name, Model model, SessionOptions options) throws Problem {
        return open(name, OnnxFile.encode(model), options);
    }

    /// Loads a model from a file that is open already. The weights are used where they lie in the
    /// file, which takes half the memory and the time; the file must not be overwritten in place
    /// before the session is closed (replacing it is fine).
    public static Session open(OnnxFile file, SessionOptions options) throws Problem {
        return open(file, file.model(), options);
    }

    /// Loads a changed model whose weights still lie in that file.
    static Session open(OnnxFile file, Model model, SessionOptions options) throws Problem {
        Path real = Loading.real(file.path());
        byte[] skeleton = file.reading(found -> file.skeleton(model));
        return Loading.load(
                file.path().toString(),
                options,
                (environment, settings) -> {
                    Path folder = Objects.requireNonNull(real.getParent());
                    settings.addConfigEntry(
                            "session.model_external_initializers_file_folder_path",
                            folder.toString());
                    return environment.createSession(skeleton, settings);
                },
                Session::new);
    }

    private static Optional<List<String>> features(String model, Map<String, String> metadata)
            throws Problem {
        String json = metadata.get(FEATURES);
        if (json != null && Json.parse(json, model + ", " + FEATURES) instanceof List<?> names) {
            return Optional.of(names.stream().map(String::valueOf).toList());
        }
        return Optional.empty();
    }

    /// What the user calls the model: its path, mostly.
    public String name() {
        return name;
    }

    /// The inputs that a caller must give, in the model's order.
    public List<Port> inputs() {
        return inputs;
    }

    /// The outputs, in the model's order.
    public List<Port> outputs() {
        return outputs;
    }

    /// The model's own key-value pairs.
    public Map<String, String> metadata() {
        return metadata;
    }

    /// The columns that the model was made for, in its order, where it says so: what the single
    /// input `X` of a converted estimator takes side by side.
    public Optional<List<String>> features() {
        return features;
    }

    /// How columns have to be read for this model: text where it wants strings, numbers where it
    /// wants reals, so that a code such as `007` stays text. Columns that are not named here are
    /// read as what they look like.
    public Map<String, ColumnKind> columnKinds() {
        Map<String, ColumnKind> kinds = new LinkedHashMap<>();
        for (Port input : inputs) {
            boolean alone = inputs.size() == 1 && features.isPresent();
            for (String column : alone ? features.orElseThrow() : List.of(input.name())) {
                if (input.element() == ElementType.STRING) {
                    kinds.put(column, ColumnKind.TEXT);
                } else if (input.element().isFloating() && input.dimensions().size() <= 2) {
                    kinds.put(column, ColumnKind.NUMBER);
                }
            }
        }
        return kinds;
    }

    /// Refuses a model with inputs that are no tensors of a type that arrays have.
    ///
    /// @throws Problem naming each such input
    public void requireTensorInputs() throws Problem {
        List<Problem.Part> parts = new ArrayList<>();
        for (Port input : inputs) {
            if (!input.isTensor() || ElementTypes.array(input.element()).isEmpty()) {
                parts.add(
                        Problem.Part.of(
                                "runtime.inputKind",
                                name + ", " + input.name(),
                                input.name(),
                                input.type().toString()));
            }
        }
        if (!parts.isEmpty()) {
            throw Problem.of(parts);
        }
    }

    /// Runs the model on all rows of a table, in batches.
    ///
    /// An input takes the column of its name. A model with a single input that no column is named
    /// after takes, side by side, the columns of [#features], else the only column of arrays, else
    /// every column that is a feature, in the order of the file.
    ///
    /// @throws Problem naming every column that is missing or of the wrong kind, or where the model
    ///   fails on the rows
    public Answer run(Table rows, Progress progress) throws Problem {
        requireTensorInputs();
        return new Batches(this, Binding.of(inputs, features, rows), rows).run(progress);
    }

    /// The arrays that rows of a table become, as [#run(Table, Progress)] binds them: one batch,
    /// filled up with its last row where the model fixes how many rows it takes.
    ///
    /// @throws Problem naming every column that is missing or of the wrong kind
    public Map<String, NdArray> arrays(Table rows) throws Problem {
        requireTensorInputs();
        Map<String, NdArray> arrays = Binding.of(inputs, features, rows).arrays(rows, 1);
        int wanted = Math.toIntExact(Batches.fixedRows(inputs).orElse(rows.rows()));
        arrays.replaceAll((input, array) -> Batches.filled(array, wanted));
        return arrays;
    }

    /// Runs the model once, on these arrays by input. Numbers are given the type that the input
    /// wants where they keep their meaning.
    ///
    /// @throws Problem where an input is missing, unknown, or of the wrong type or shape, or where
    ///   the model fails on them
    public Answer run(Map<String, NdArray> arrays) throws Problem {
        return run(arrays, Optional.empty());
    }

    /// Runs the model once, as [#run(Map)] does, until it is stopped.
    public Answer run(Map<String, NdArray> arrays, Stop stop) throws Problem {
        return run(arrays, Optional.of(stop));
    }

    private Answer run(Map<String, NdArray> arrays, Optional<Stop> stop) throws Problem {
        requireTensorInputs();
        Map<String, NdArray> feeds = Feeds.checked(name, inputs, arrays);
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(name + " is closed");
            }
            return new Answer(call(feeds, stop), List.of());
        } catch (OrtException failed) {
            throw Problem.of("runtime.run", name, Native.reason(failed)).causedBy(failed);
        } finally {
            lock.readLock().unlock();
        }
    }

    private List<Output> call(Map<String, NdArray> arrays, Optional<Stop> stop)
            throws OrtException, Problem {
        try (Feed feed = new Feed(environment, casts)) {
            for (Map.Entry<String, NdArray> array : arrays.entrySet()) {
                feed.put(array.getKey(), array.getValue());
            }
            Map<String, OnnxTensor> tensors = feed.tensors();
            try (OrtSession.Result result =
                    stop.isEmpty()
                            ? session.run(tensors)
                            : session.run(tensors, stop.get().options())) {
                List<Output> found = new ArrayList<>(result.size());
                for (Map.Entry<String, OnnxValue> output : result) {
                    found.add(Outputs.of(output.getKey(), output.getValue()));
                }
                return found;
            }
        }
    }

    /// Lets go of the model and of the memory it takes, once the runs under way have ended.
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
                casts.close();
            }
        } catch (OrtException failed) {
            throw new IllegalStateException(name, failed);
        } finally {
            lock.writeLock().unlock();
        }
    }
}

package gemwright.source.pickle;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.format.pickle.NumpyArray;
import gemwright.format.pickle.PickleDict;
import gemwright.format.pickle.PickleFile;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;
import gemwright.scan.Scan;
import gemwright.scan.ScanResult;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Summary;
import gemwright.source.Summary.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An open pickle that holds something other than a model.
final class PickleModel implements SourceModel {
    /// Members shown of a dict or list.
    private static final int SHOWN = 100;

    private final Head head;
    private final PickleFile pickle;

    PickleModel(Head head, PickleFile pickle) {
        this.head = head;
        this.pickle = pickle;
    }

    @Override
    public String format() {
        return FileKind.PICKLE.id();
    }

    @Override
    public Summary summary() {
        return new Summary(
                format(),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                head.bytes().byteSize(),
                classes(),
                List.of(),
                Map.of("protocol", Integer.toString(pickle.protocol())),
                new Part("", type(pickle.root()), Map.of(), members(pickle.root())));
    }

    private Map<String, Integer> classes() {
        Map<String, Integer> names = new TreeMap<>();
        pickle.references()
                .forEach(
                        reference ->
                                names.merge(reference.global().qualifiedName(), 1, Integer::sum));
        return names;
    }

    /// One level is enough to recognise what somebody saved.
    private static List<Part> members(PickleValue root) {
        List<Part> parts = new ArrayList<>();
        if (root instanceof PickleDict dict) {
            for (PickleDict.Entry entry : dict.entries()) {
                if (parts.size() < SHOWN) {
                    parts.add(part(entry.key().asText().orElse(type(entry.key())), entry.value()));
                }
            }
            return parts;
        }
        List<PickleValue> elements = root.elements();
        for (int i = 0; i < Math.min(SHOWN, elements.size()); i++) {
            parts.add(part("[" + i + "]", elements.get(i)));
        }
        return parts;
    }

    private static Part part(String name, PickleValue value) {
        return new Part(name, type(value), Map.of(), List.of());
    }

    private static String type(PickleValue value) {
        return switch (value) {
            case PickleObject object -> object.typeName();
            case NumpyArray array -> "numpy.ndarray";
            default ->
                    value.getClass()
                            .getSimpleName()
                            .replaceFirst("^Pickle", "")
                            .toLowerCase(java.util.Locale.ROOT);
        };
    }

    @Override
    public ScanResult safety() {
        return new ScanResult(format(), Scan.pickle(head.bytes(), Progress.none()));
    }

    @Override
    public Converted toOnnx(ConvertOptions options, Progress progress) throws Problem {
        throw Problem.of("source.noModel", head.path(), type(pickle.root()));
    }

    @Override
    public void close() {
        head.close();
    }
}

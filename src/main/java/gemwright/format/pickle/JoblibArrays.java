package gemwright.format.pickle;

import gemwright.base.Problem;

import java.util.List;
import java.util.Optional;

/// The arrays that joblib writes between the opcodes (joblib 0.10 to 1.5, `numpy_pickle.py`): a
/// wrapper object with type and shape, and right behind its `BUILD` the array's bytes.
final class JoblibArrays {
    private static final String WRAPPER = "joblib.numpy_pickle.NumpyArrayWrapper";
    private static final String OLD_WRAPPERS = "joblib.numpy_pickle_compat.";

    private final PickleInput input;
    private final Budget budget;
    private final ReferenceLog log;
    private final PickleSettings settings;
    private final NumpyValues numpy;

    JoblibArrays(PickleInput input, Budget budget, ReferenceLog log, PickleSettings settings) {
        this.input = input;
        this.budget = budget;
        this.log = log;
        this.settings = settings;
        numpy = new NumpyValues(input);
    }

    /// Whether an array follows the `BUILD` of this object.
    boolean isWrapper(PickleObject object) throws Problem {
        String name = object.type().map(PickleGlobal::qualifiedName).orElse("");
        // scikit-learn carried a copy of joblib until 0.22.
        String plain = name.startsWith("sklearn.externals.") ? name.substring(18) : name;
        if (plain.startsWith(OLD_WRAPPERS) || plain.equals("joblib.numpy_pickle.NDArrayWrapper")) {
            throw Problem.of("pickle.oldJoblib", input.where());
        }
        return settings.inlineArrays() && plain.equals(WRAPPER);
    }

    /// The array whose wrapper has this state.
    NumpyArray read(PickleValue state) throws Problem {
        if (!(state instanceof PickleDict wrapper)
                || !(wrapper.get("dtype").orElse(PickleNone.NONE) instanceof NumpyType type)) {
            throw input.malformed("a joblib array without its type");
        }
        List<Integer> shape = numpy.dimensions(wrapper.get("shape").orElse(PickleNone.NONE));
        long count = numpy.count(shape, type);
        boolean fortran = wrapper.get("order").flatMap(PickleValue::asText).orElse("").equals("F");
        if (type.kind() == 'O') {
            return objects(count);
        }
        passOverPadding(wrapper.get("numpy_array_alignment_bytes"));
        NumpyArray array = new NumpyArray(type);
        long bytes = count * type.itemSize();
        if (settings.keep()) {
            array.fill(type, shape, fortran, input.take(bytes));
        } else {
            input.skip(bytes);
        }
        return array;
    }

    /// Python objects: a whole pickle of its own, with its own memo, that holds the array.
    private NumpyArray objects(long count) throws Problem {
        PickleMachine inner = new PickleMachine(input, budget, log, settings.nested());
        if (inner.run() instanceof NumpyArray array
                && array.type().kind() == 'O'
                && (array.size() == count || !settings.keep())) {
            return array;
        }
        throw input.malformed("a joblib array of objects with something else in it");
    }

    /// From joblib 1.2 on: one byte n, and n bytes of 255.
    private void passOverPadding(Optional<PickleValue> alignment) throws Problem {
        if (alignment.isEmpty() || alignment.get().isNone()) {
            return;
        }
        for (int left = input.next(); left > 0; left--) {
            if (input.next() != 0xff) {
                throw input.malformed("the padding before an array is damaged");
            }
        }
    }
}

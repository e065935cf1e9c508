package gemwright.source.sklearn;

import gemwright.base.Problem;
import gemwright.format.pickle.NumpyArray;
import gemwright.format.pickle.PickleDict;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A fitted estimator, or one of the objects that it is made of: a typed view on what the file says
/// of it.
///
/// Attributes carry the names that scikit-learn gives them. One that is absent or of another kind
/// is a [Problem] that names estimator and attribute; one that came with a later release is read
/// with the value that it stands for in earlier ones.
public final class Estimator {
    private static final Version UNKNOWN = new Version(0, 0);

    private final PickleObject object;
    private final String path;
    private final Version version;

    private Estimator(PickleObject object, String path, Version inherited) {
        this.object = object;
        this.path = path;
        this.version =
                object.attribute("_sklearn_version")
                        .flatMap(PickleValue::asText)
                        .flatMap(Version::parse)
                        .orElse(inherited);
    }

    /// The estimator at the root of a file; its path is its class's name in lower case.
    public static Estimator root(PickleObject object) {
        return new Estimator(object, simpleName(object).toLowerCase(Locale.ROOT), UNKNOWN);
    }

    /// Where it stands: `pipeline/scaler`.
    public String path() {
        return path;
    }

    /// The name under which users import its class: `sklearn.preprocessing.StandardScaler`.
    public String type() {
        return object.typeName();
    }

    /// The last part of [#type].
    public String name() {
        return simpleName(object);
    }

    /// The release of scikit-learn that wrote it; 0.0 where the file does not say.
    public Version version() {
        return version;
    }

    /// Whether the attribute is there and not `None`.
    public boolean has(String attribute) {
        return get(attribute).isPresent();
    }

    /// The attribute, where it is there and not `None`.
    public Optional<PickleValue> get(String attribute) {
        return object.attribute(attribute).filter(value -> !value.isNone());
    }

    /// The arguments that its class or function would be called with.
    public List<PickleValue> arguments() {
        return object.arguments().items();
    }

    /// A number.
    public double number(String attribute) throws Problem {
        return number(attribute, required(attribute));
    }

    /// A number, or the fallback where it is absent or `None`.
    public double number(String attribute, double fallback) throws Problem {
        Optional<PickleValue> value = get(attribute);
        return value.isPresent() ? number(attribute, value.get()) : fallback;
    }

    private double number(String attribute, PickleValue value) throws Problem {
        double[] one = Values.numbers(value).orElseThrow(() -> unreadable(attribute));
        if (one.length != 1) {
            throw unreadable(attribute);
        }
        return one[0];
    }

    /// A whole number.
    public int integer(String attribute) throws Problem {
        return integer(attribute, number(attribute));
    }

    /// A whole number, or the fallback where it is absent or `None`.
    public int integer(String attribute, int fallback) throws Problem {
        return integer(attribute, number(attribute, fallback));
    }

    private int integer(String attribute, double number) throws Problem {
        if (number != (int) number) {
            throw unreadable(attribute);
        }
        return (int) number;
    }

    /// A truth value, or the fallback where it is absent or `None`.
    public boolean flag(String attribute, boolean fallback) throws Problem {
        Optional<PickleValue> value = get(attribute);
        if (value.isEmpty()) {
            return fallback;
        }
        return value.get().asBoolean().orElseThrow(() -> unreadable(attribute));
    }

    /// A text.
    public String text(String attribute) throws Problem {
        return required(attribute).asText().orElseThrow(() -> unreadable(attribute));
    }

    /// A text, or the fallback where it is absent or `None`.
    public String text(String attribute, String fallback) throws Problem {
        return has(attribute) ? text(attribute) : fallback;
    }

    /// Numbers of any shape in row-major order; one number counts as one.
    public double[] doubles(String attribute) throws Problem {
        return Values.numbers(required(attribute)).orElseThrow(() -> unreadable(attribute));
    }

    /// Whole numbers of any shape in row-major order.
    public long[] integers(String attribute) throws Problem {
        return Values.integers(required(attribute)).orElseThrow(() -> unreadable(attribute));
    }

    /// Numbers in rows and columns; a plain list of numbers is one row.
    public Matrix matrix(String attribute) throws Problem {
        return Values.matrix(required(attribute)).orElseThrow(() -> unreadable(attribute));
    }

    /// An array.
    public NumpyArray array(String attribute) throws Problem {
        if (required(attribute) instanceof NumpyArray array) {
            return array;
        }
        throw unreadable(attribute);
    }

    /// Texts.
    public List<String> texts(String attribute) throws Problem {
        return Values.texts(required(attribute)).orElseThrow(() -> unreadable(attribute));
    }

    /// The members of a list, tuple, set or array.
    public List<PickleValue> members(String attribute) throws Problem {
        return Values.members(required(attribute)).orElseThrow(() -> unreadable(attribute));
    }

    /// The pairs of a dict.
    public List<PickleDict.Entry> entries(String attribute) throws Problem {
        if (required(attribute) instanceof PickleDict dict) {
            return dict.entries();
        }
        throw unreadable(attribute);
    }

    /// The pairs of a dict, or the fallback where it is absent or `None`.
    public List<PickleDict.Entry> entries(String attribute, List<PickleDict.Entry> fallback)
            throws Problem {
        return has(attribute) ? entries(attribute) : fallback;
    }

    /// The classes of a classifier with one target.
    public Labels labels(String attribute) throws Problem {
        return Values.labels(required(attribute)).orElseThrow(() -> unreadable(attribute));
    }

    /// The classes of a classifier, a list for each target.
    public List<Labels> labelsPerTarget(String attribute) throws Problem {
        PickleValue value = required(attribute);
        Optional<Labels> single = Values.labels(value);
        if (single.isPresent()) {
            return List.of(single.get());
        }
        List<Labels> targets = new ArrayList<>();
        for (PickleValue target : members(attribute)) {
            targets.add(Values.labels(target).orElseThrow(() -> unreadable(attribute)));
        }
        return targets;
    }

    /// The object that an attribute holds; its path is that of this one.
    public Estimator part(String attribute) throws Problem {
        return step(path, required(attribute)).orElseThrow(() -> unreadable(attribute));
    }

    /// The estimator that an attribute holds, one level below this one.
    ///
    /// @param step what its path ends in
    public Estimator child(String attribute, String step) throws Problem {
        return child(step, required(attribute)).orElseThrow(() -> unreadable(attribute));
    }

    /// A value as an estimator one level below this one; empty where it is none.
    public Optional<Estimator> child(String step, PickleValue value) {
        return step(path + "/" + step, value);
    }

    /// The estimators of a list or array, one level below this one, named by their places.
    public List<Estimator> children(String attribute) throws Problem {
        List<Estimator> children = new ArrayList<>();
        List<PickleValue> members = members(attribute);
        for (int i = 0; i < members.size(); i++) {
            children.add(
                    child(attribute + "[" + i + "]", members.get(i))
                            .orElseThrow(() -> unreadable(attribute)));
        }
        return children;
    }

    private Optional<Estimator> step(String at, PickleValue value) {
        return value instanceof PickleObject child
                ? Optional.of(new Estimator(child, at, version))
                : Optional.empty();
    }

    /// A parameter that is one of several texts.
    ///
    /// @param fallback what an absent one or `None` stands for
    /// @throws Problem where it is none of the supported ones
    public String choice(String parameter, String fallback, String... supported) throws Problem {
        String choice = get(parameter).map(Values::spell).orElse(fallback);
        if (!List.of(supported).contains(choice)) {
            throw unsupported(parameter);
        }
        return choice;
    }

    /// Refuses the value that a parameter has.
    public Problem unsupported(String parameter) {
        String value = get(parameter).map(Values::spell).orElse("None");
        return Problem.of("sklearn.parameter", path, name(), parameter, value);
    }

    /// Refuses for another reason.
    ///
    /// @param key of the problems bundle; its texts have the class's name as `{0}`
    public Problem refuse(String key, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(name()));
        arguments.addAll(List.of(more));
        return Problem.of(key, path, arguments.toArray());
    }

    /// What to throw where an attribute is missing or of a kind that no release writes.
    public Problem unreadable(String attribute) {
        return object.attribute(attribute).isPresent()
                ? Problem.of("sklearn.attribute", path, name(), attribute)
                : Problem.of("sklearn.unfitted", path, name(), attribute);
    }

    private PickleValue required(String attribute) throws Problem {
        return get(attribute).orElseThrow(() -> unreadable(attribute));
    }

    private static String simpleName(PickleObject object) {
        String type = object.typeName();
        return type.substring(type.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return path + " (" + type() + " " + version + ")";
    }
}

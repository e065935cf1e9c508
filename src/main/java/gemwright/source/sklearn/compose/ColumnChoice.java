package gemwright.source.sklearn.compose;

import gemwright.base.Problem;
import gemwright.format.pickle.NumpyArray;
import gemwright.format.pickle.PickleDict;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which columns each part of a fitted column transformer sees.
///
/// From 1.0 on the fitted transformer lists the places itself (`_transformer_to_input_indices`);
/// before, names, places, slices and masks stand in `transformers_`, with callables resolved.
final class ColumnChoice {
    private final Estimator fitted;
    private final Columns columns;
    private final Optional<PickleDict> places;

    private ColumnChoice(Estimator fitted, Columns columns, Optional<PickleDict> places) {
        this.fitted = fitted;
        this.columns = columns;
        this.places = places;
    }

    static ColumnChoice of(Estimator fitted, Columns columns) {
        return new ColumnChoice(
                fitted,
                columns,
                fitted.get("_transformer_to_input_indices")
                        .filter(PickleDict.class::isInstance)
                        .map(PickleDict.class::cast));
    }

    /// The places of the columns of one part, in its order.
    List<Integer> of(Step step) throws Problem {
        PickleValue spec =
                places.flatMap(p -> p.get(step.name()))
                        .or(step::columns)
                        .orElseThrow(() -> fitted.unreadable("transformers_"));
        List<Integer> found = new ArrayList<>();
        if (isMask(spec)) {
            List<PickleValue> mask = Values.members(spec).orElse(List.of());
            for (int i = 0; i < mask.size(); i++) {
                if (mask.get(i).asBoolean().orElse(false)) {
                    found.add(place(i));
                }
            }
        } else if (isSlice(spec)) {
            found.addAll(slice((PickleObject) spec));
        } else {
            for (PickleValue member : Values.members(spec).orElse(List.of(spec))) {
                found.add(place(member));
            }
        }
        return found;
    }

    private static boolean isMask(PickleValue spec) {
        if (spec instanceof NumpyArray array) {
            return array.type().kind() == 'b';
        }
        List<PickleValue> members = Values.members(spec).orElse(List.of());
        return !members.isEmpty() && members.stream().allMatch(m -> m.asBoolean().isPresent());
    }

    private static boolean isSlice(PickleValue spec) {
        return spec instanceof PickleObject object && object.typeName().endsWith("slice");
    }

    /// A slice of places, or of names with the last one included, as pandas has it.
    private List<Integer> slice(PickleObject slice) throws Problem {
        List<PickleValue> bounds = slice.arguments().items();
        if (bounds.size() != 3) {
            throw fitted.unreadable("transformers_");
        }
        boolean names = bounds.stream().limit(2).anyMatch(b -> b.asText().isPresent());
        long step = bounds.get(2).asInteger().orElse(1);
        if (step <= 0) {
            throw fitted.refuse("sklearn.columns");
        }
        int start = bounds.get(0).isNone() ? 0 : bound(bounds.get(0));
        int stop =
                bounds.get(1).isNone()
                        ? columns.width()
                        : names ? place(bounds.get(1)) + 1 : bound(bounds.get(1));
        return IntStream.range(start, stop).filter(i -> (i - start) % step == 0).boxed().toList();
    }

    private int bound(PickleValue value) throws Problem {
        if (value.asText().isPresent()) {
            return place(value);
        }
        long bound = value.asInteger().orElseThrow(() -> fitted.unreadable("transformers_"));
        long counted = bound < 0 ? bound + columns.width() : bound;
        return Math.clamp(counted, 0, columns.width());
    }

    private int place(PickleValue value) throws Problem {
        Optional<String> name = value.asText();
        if (name.isPresent()) {
            int place = columns.names().indexOf(name.get());
            if (place < 0) {
                throw fitted.refuse("sklearn.columns");
            }
            return place;
        }
        return place(value.asInteger().orElseThrow(() -> fitted.refuse("sklearn.columns")));
    }

    private int place(long index) throws Problem {
        long place = index < 0 ? index + columns.width() : index;
        if (place < 0 || place >= columns.width()) {
            throw fitted.refuse("sklearn.columns");
        }
        return (int) place;
    }
}

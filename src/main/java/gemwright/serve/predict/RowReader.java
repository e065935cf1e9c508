package gemwright.serve.predict;

import gemwright.data.NdArray;
import gemwright.serve.http.Refusal;
import gemwright.serve.model.Feature;
import gemwright.serve.model.Layout;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// Reads rows and records for a model whose layout has features, and names the value that does not
/// fit.
final class RowReader {
    private final JsonParser in;
    private final Filling filling;
    private final List<Feature> features;
    private final boolean named;
    private final Map<String, Integer> places;
    private int rows;

    RowReader(JsonParser in, Layout layout, Map<String, Integer> places) {
        this.in = in;
        this.filling = Filling.of(layout);
        this.features = layout.features();
        this.named = !(layout instanceof Layout.Matrix matrix) || matrix.named();
        this.places = places;
    }

    int rows() {
        return rows;
    }

    Map<String, NdArray> inputs() {
        return filling.inputs(rows);
    }

    /// A list of rows, whose START_ARRAY is the present token.
    void rows(String root) throws Refusal {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            String row = root + "[" + rows + "]";
            if (in.currentToken() == JsonToken.START_OBJECT) {
                throw Refusal.badRequest(
                        row
                                + ": expected a row (a list of "
                                + features.size()
                                + " values), found an object; records go under \"records\"");
            }
            if (in.currentToken() != JsonToken.START_ARRAY) {
                throw place(row)
                        .refuse(
                                "a row (a list of "
                                        + features.size()
                                        + " values); one row is a list in a list",
                                in);
            }
            row(row);
            rows++;
        }
        refuseNone(root, "row");
    }

    private void row(String row) throws Refusal {
        int column = 0;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (column < features.size()) {
                int at = column;
                filling.put(rows, at, in, () -> row + "[" + at + "]" + suffix(at));
            } else {
                in.skipChildren();
            }
            column++;
        }
        if (column != features.size()) {
            throw Refusal.badRequest(
                    row + ": expected " + features.size() + " values, found " + column);
        }
    }

    private String suffix(int feature) {
        return named ? " (" + features.get(feature).name() + ")" : "";
    }

    /// A list of records, whose START_ARRAY is the present token.
    void records(String root) throws Refusal {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            String record = root + "[" + rows + "]";
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw place(record).refuse("a record (an object)", in);
            }
            in.nextToken();
            record(record);
        }
        refuseNone(root, "record");
    }

    /// The members of a record up to its END_OBJECT; the present token is the first name.
    ///
    /// @param root where the record stands; empty for the body itself
    void record(String root) throws Refusal {
        if (!named) {
            throw Refusal.badRequest(
                    prefix(root)
                            + "this model does not know the names of its features; send rows:"
                            + " {\"inputs\": [[…"
                            + features.size()
                            + " values…]]}");
        }
        BitSet seen = new BitSet(features.size());
        while (in.currentToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            Integer feature = places.get(name);
            if (feature == null) {
                throw Refusal.badRequest(
                        prefix(root)
                                + "unknown feature '"
                                + Bodies.shortened(name)
                                + "'; expected "
                                + Bodies.listed(features.stream().map(Feature::name).toList()));
            }
            in.nextToken();
            filling.put(rows, feature, in, () -> root.isEmpty() ? name : root + "." + name);
            seen.set(feature);
            in.nextToken();
        }
        if (seen.cardinality() != features.size()) {
            List<String> missing =
                    features.stream()
                            .filter(feature -> !seen.get(place(feature)))
                            .map(Feature::name)
                            .toList();
            throw Refusal.badRequest(
                    prefix(root)
                            + (missing.size() == 1 ? "missing feature " : "missing features ")
                            + Bodies.listed(missing));
        }
        rows++;
    }

    private int place(Feature feature) {
        return java.util.Objects.requireNonNull(places.get(feature.name()));
    }

    private void refuseNone(String root, String what) throws Refusal {
        if (rows == 0) {
            throw Refusal.badRequest(root + ": expected at least one " + what + ", found none");
        }
    }

    private static Place place(String spelled) {
        return () -> spelled;
    }

    private static String prefix(String root) {
        return root.isEmpty() ? "" : root + ": ";
    }
}

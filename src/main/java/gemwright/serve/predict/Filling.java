package gemwright.serve.predict;

import gemwright.data.NdArray;
import gemwright.serve.http.Refusal;
import gemwright.serve.model.Feature;
import gemwright.serve.model.Layout;
import gemwright.serve.model.Slot;

import tools.jackson.core.JsonParser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rows as they come in, by feature, on their way to the arrays of the model.
sealed interface Filling {
    /// The values of a row.
    List<Feature> features();

    /// Reads the parser's present value into a row.
    void put(int row, int feature, JsonParser value, Place place) throws Refusal;

    /// The inputs of the model.
    Map<String, NdArray> inputs(int rows);

    /// For a layout of rows; [Layout.Tensors] has none.
    static Filling of(Layout layout) {
        return switch (layout) {
            case Layout.Matrix matrix -> new Matrix(matrix);
            case Layout.Columns columns -> new Columns(columns);
            case Layout.Tensors tensors -> throw new IllegalArgumentException(tensors.toString());
        };
    }

    /// All in one array, row by row.
    final class Matrix implements Filling {
        private final Slot input;
        private final List<Feature> features;
        private final Cells cells;

        Matrix(Layout.Matrix layout) {
            this.input = layout.input();
            this.features = layout.features();
            this.cells = Cells.of(input.type());
        }

        @Override
        public List<Feature> features() {
            return features;
        }

        @Override
        public void put(int row, int feature, JsonParser value, Place place) throws Refusal {
            boolean maybeMissing = features.get(feature).maybeMissing();
            cells.put(row * features.size() + feature, value, maybeMissing, place);
        }

        @Override
        public Map<String, NdArray> inputs(int rows) {
            int width = features.size();
            return Map.of(input.name(), cells.array(rows * width, rows, width));
        }
    }

    /// One array for each feature.
    final class Columns implements Filling {
        private final List<Slot> inputs;
        private final List<Feature> features;
        private final List<Cells> cells = new ArrayList<>();

        Columns(Layout.Columns layout) {
            this.inputs = layout.inputs();
            this.features = layout.features();
            inputs.forEach(input -> cells.add(Cells.of(input.type())));
        }

        @Override
        public List<Feature> features() {
            return features;
        }

        @Override
        public void put(int row, int feature, JsonParser value, Place place) throws Refusal {
            cells.get(feature).put(row, value, features.get(feature).maybeMissing(), place);
        }

        @Override
        public Map<String, NdArray> inputs(int rows) {
            Map<String, NdArray> arrays = new LinkedHashMap<>();
            for (int i = 0; i < inputs.size(); i++) {
                Slot input = inputs.get(i);
                NdArray array =
                        input.shape().size() == 1
                                ? cells.get(i).array(rows, rows)
                                : cells.get(i).array(rows, rows, 1);
                arrays.put(input.name(), array);
            }
            return arrays;
        }
    }

    /// The place of each feature by its name.
    static Map<String, Integer> places(List<Feature> features) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < features.size(); i++) {
            places.put(features.get(i).name(), i);
        }
        return places;
    }
}

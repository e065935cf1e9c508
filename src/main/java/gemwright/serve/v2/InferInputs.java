package gemwright.serve.v2;

import gemwright.data.NdArray;
import gemwright.serve.http.Refusal;
import gemwright.serve.model.Signature;
import gemwright.serve.model.Slot;
import gemwright.serve.predict.Bodies;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The inputs of one request as they come in, each held against what the model takes.
final class InferInputs {
    private final Signature signature;
    private final Map<String, NdArray> arrays = new LinkedHashMap<>();

    InferInputs(Signature signature) {
        this.signature = signature;
    }

    /// The input of the model that a client means.
    ///
    /// @param place how messages call it
    /// @throws Refusal where there is none of that name, type and shape, or it was given already
    Slot slot(
            @Nullable String name,
            @Nullable String datatype,
            @Nullable List<Long> shape,
            String place)
            throws Refusal {
        if (name == null) {
            throw Refusal.badRequest(place + ": expected a 'name'");
        }
        Slot slot = signature.input(name).orElseThrow(() -> unknown(name, place));
        String called = called(place, slot);
        String expected = DataTypes.of(slot.type());
        if (!expected.equals(datatype)) {
            throw Refusal.badRequest(
                    called
                            + ": expected the datatype "
                            + expected
                            + ", found "
                            + (datatype == null ? "none" : Bodies.shortened(datatype)));
        }
        if (arrays.containsKey(name)) {
            throw Refusal.badRequest(called + ": given twice");
        }
        if (shape == null || !slot.takes(shape)) {
            throw Refusal.badRequest(
                    called
                            + ": expected the shape "
                            + slot.spelledShape()
                            + ", found "
                            + (shape == null ? "none" : shape));
        }
        return slot;
    }

    private Refusal unknown(String name, String place) {
        return Refusal.badRequest(
                place
                        + ": unknown input '"
                        + Bodies.shortened(name)
                        + "'; expected "
                        + Bodies.listed(signature.inputNames()));
    }

    /// How messages call an input.
    static String called(String place, Slot slot) {
        return place + " '" + slot.name() + "'";
    }

    void put(Slot slot, NdArray array) {
        arrays.put(slot.name(), array);
    }

    /// An input as raw bytes: little-endian in C order, texts as [RawTensors] says.
    void raw(Slot slot, byte[] body, int offset, int size, List<Long> shape, String called)
            throws Refusal {
        NdArray array = RawTensors.read(body, offset, size, slot.type(), shape, called);
        requireFinite(array, slot, called);
        put(slot, array);
    }

    /// Rows of features take no NaN and no infinity in raw form either; what a whole array holds is
    /// the client's own business.
    private void requireFinite(NdArray array, Slot slot, String called) throws Refusal {
        if (!array.dtype().real() || !signature.hasRows()) {
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            double value = array.number(i);
            boolean missing = Double.isNaN(value) && signature.maybeMissing(slot.name(), i);
            if (!Double.isFinite(value) && !missing) {
                throw Refusal.badRequest(
                        called + ": expected a finite number at element " + i + ", found " + value);
            }
        }
    }

    /// All of them.
    ///
    /// @throws Refusal where one is missing
    Map<String, NdArray> all() throws Refusal {
        List<String> missing =
                signature.inputNames().stream().filter(name -> !arrays.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw Refusal.badRequest("inputs: missing " + Bodies.listed(missing));
        }
        return arrays;
    }

    /// Refuses the name of an output that the model does not have.
    ///
    /// @param found what the client sent in its place
    void requireOutput(@Nullable Object found, String place) throws Refusal {
        List<String> names = signature.outputs().stream().map(Slot::name).toList();
        if (!(found instanceof String name) || !names.contains(name)) {
            throw Refusal.badRequest(
                    place
                            + ": expected the name of an output ("
                            + Bodies.listed(names)
                            + "), found "
                            + found);
        }
    }
}

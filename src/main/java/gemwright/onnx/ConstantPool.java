package gemwright.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The constants of a graph that is being built; small equal ones are kept once.
final class ConstantPool {
    private static final long SMALL = 1024;

    private final Names names;
    private final List<Tensor> all = new ArrayList<>();
    private final Map<Content, Value> small = new HashMap<>();

    ConstantPool(Names names) {
        this.names = names;
    }

    Value add(Tensor tensor) {
        checkSize(tensor);
        return tensor.data().bytes() > SMALL
                ? put(tensor)
                : small.computeIfAbsent(new Content(tensor), key -> put(tensor));
    }

    List<Tensor> all() {
        return List.copyOf(all);
    }

    private Value put(Tensor tensor) {
        String hint = tensor.name().isEmpty() ? "constant" : tensor.name();
        Tensor named = tensor.withName(names.value(hint));
        all.add(named);
        return new Value(named.name(), named.type());
    }

    private static void checkSize(Tensor tensor) {
        boolean text = tensor.data().isText();
        long expected = text ? tensor.size() : tensor.type().bytes(tensor.size());
        long found = text ? tensor.strings().size() : tensor.data().bytes();
        if (expected != found) {
            throw new IllegalArgumentException(
                    tensor.name() + ": " + found + " for " + tensor.type() + tensor.shape());
        }
    }

    /// A constant by type, shape and content.
    private record Content(Tensor tensor) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Content(Tensor that)
                    && that.type() == tensor.type()
                    && that.shape().equals(tensor.shape())
                    && that.data().contentEquals(tensor.data());
        }

        @Override
        public int hashCode() {
            return 31 * tensor.shape().hashCode() + Long.hashCode(tensor.data().bytes());
        }
    }
}

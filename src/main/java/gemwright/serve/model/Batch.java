package gemwright.serve.model;

import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.runtime.Output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Several requests in one run: their rows one after the other, the answer cut apart again.
///
/// Possible where the first dimension of each input and output takes any size. That it counts
/// independent rows is not written anywhere, so it has to be proven on real requests first; one
/// difference ends it for good.
final class Batch {
    private static final int PROOFS = 16;

    /// Sums in another order differ in the last digits of a float32.
    private static final double TOLERANCE = 1e-4;

    private final boolean possible;
    private final AtomicInteger proofs = new AtomicInteger();
    private volatile boolean refuted;

    Batch(Signature signature) {
        this.possible =
                signature.inputs().stream().allMatch(Slot::isBatched)
                        && signature.outputs().stream()
                                .allMatch(slot -> slot.ranked() && slot.isBatched());
    }

    boolean isUsable() {
        return possible && !refuted;
    }

    boolean isProven() {
        return proofs.get() >= PROOFS;
    }

    /// Whether two requests can share a run: equal but for the number of rows.
    boolean fits(Map<String, NdArray> one, Map<String, NdArray> other) {
        for (Map.Entry<String, NdArray> input : one.entrySet()) {
            NdArray array = other.get(input.getKey());
            if (array == null || !array.rowShape().equals(input.getValue().rowShape())) {
                return false;
            }
        }
        return one.size() == other.size() && rows(one) > 0 && rows(other) > 0;
    }

    /// The rows of all requests, one after the other.
    static Map<String, NdArray> joined(List<Map<String, NdArray>> requests) {
        Map<String, NdArray> joined = new LinkedHashMap<>();
        for (String name : requests.getFirst().keySet()) {
            joined.put(
                    name,
                    NdArray.concat(
                            requests.stream()
                                    .map(one -> java.util.Objects.requireNonNull(one.get(name)))
                                    .toList()));
        }
        return joined;
    }

    /// The answers to each request; none where the answer does not have a row for each row asked.
    List<Answer> split(List<Map<String, NdArray>> requests, Answer answer) {
        long all = requests.stream().mapToLong(Batch::rows).sum();
        List<Answer> answers = new ArrayList<>();
        long from = 0;
        for (Map<String, NdArray> request : requests) {
            long to = from + rows(request);
            List<Output> outputs = new ArrayList<>();
            for (Output output : answer.outputs()) {
                if (!(output instanceof Output.Tensor tensor) || tensor.values().rows() != all) {
                    refuted = true;
                    return List.of();
                }
                outputs.add(new Output.Tensor(tensor.name(), tensor.values().slice(from, to)));
            }
            answers.add(new Answer(outputs, answer.leftOut()));
            from = to;
        }
        return answers;
    }

    /// Counts as a proof where both are equal, and ends all batching where they are not.
    void compare(Answer single, Answer joined) {
        for (Output output : single.outputs()) {
            boolean same =
                    output instanceof Output.Tensor one
                            && joined.find(one.name()).orElse(one) instanceof Output.Tensor other
                            && same(one.values(), other.values());
            if (!same) {
                refuted = true;
                return;
            }
        }
        proofs.incrementAndGet();
    }

    private static boolean same(NdArray one, NdArray other) {
        if (!one.shape().equals(other.shape())) {
            return false;
        }
        if (!one.dtype().real()) {
            return one.equals(other);
        }
        for (long i = 0; i < one.size(); i++) {
            double a = one.number(i);
            double b = other.number(i);
            boolean bothNothing = Double.isNaN(a) && Double.isNaN(b);
            if (!bothNothing && !(Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a)))) {
                return false;
            }
        }
        return true;
    }

    private static long rows(Map<String, NdArray> inputs) {
        return inputs.values().stream().mapToLong(NdArray::rows).max().orElse(0);
    }
}

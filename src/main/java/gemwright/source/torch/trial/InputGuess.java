package gemwright.source.torch.trial;

import gemwright.base.Problem;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.Shape;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the inputs of a network may be.
///
/// @param certain whether the file or the user says so; otherwise it is a guess that fits
/// @param batchFixed whether the first axis is not free, since the network takes no other size
public record InputGuess(List<Input> inputs, boolean certain, boolean batchFixed) {
    private static final String BATCH = "batch";
    private static final List<Integer> RANKS = List.of(2, 3, 4, 5, 1);
    private static final List<ElementType> TYPES = List.of(ElementType.FLOAT, ElementType.INT64);

    public InputGuess {
        inputs = List.copyOf(inputs);
    }

    /// One input.
    public record Input(String name, ElementType type, List<Size> sizes) {
        public Input {
            sizes = List.copyOf(sizes);
        }
    }

    /// The inputs of an example: the first axis is free in those that have as many elements there
    /// as the first one, and as it was where that does not go.
    public static List<InputGuess> like(List<Input> example, List<ValueInfo> given) {
        return List.of(like(example, given, true), like(example, given, false));
    }

    private static InputGuess like(List<Input> example, List<ValueInfo> given, boolean free) {
        List<Input> inputs = new ArrayList<>();
        Optional<Size> batch =
                example.stream()
                        .filter(e -> !e.sizes().isEmpty())
                        .map(e -> e.sizes().getFirst())
                        .findFirst();
        for (int i = 0; i < example.size(); i++) {
            Input one = example.get(i);
            List<Size> sizes = new ArrayList<>(one.sizes());
            if (free && !sizes.isEmpty() && sizes.getFirst().equals(batch.orElseThrow())) {
                sizes.set(0, Size.named(BATCH));
            }
            Optional<Shape> shape = given.get(i).shape();
            ElementType type = given.get(i).elementType();
            inputs.add(
                    new Input(
                            one.name(),
                            type == ElementType.UNDEFINED ? one.type() : type,
                            shape.isPresent() ? sizes(one.name(), shape.get()) : sizes));
        }
        return new InputGuess(inputs, true, !free);
    }

    private static List<Size> sizes(String name, Shape shape) {
        List<Size> sizes = new ArrayList<>();
        for (Dimension dimension : shape.dimensions()) {
            sizes.add(
                    switch (dimension) {
                        case Dimension.Fixed fixed -> Size.of(fixed.size());
                        case Dimension.Named named -> Size.named(named.name());
                        case Dimension.Free _ -> free(name, sizes.size());
                    });
        }
        return sizes;
    }

    private static Size free(String name, int axis) {
        return Size.named(axis == 0 ? BATCH : name + "_" + axis);
    }

    /// All combinations of usual ranks and types for what the user leaves open.
    public static List<InputGuess> open(List<String> names, List<ValueInfo> given) {
        List<List<Input>> combinations = new ArrayList<>(List.of(List.of()));
        boolean certain = true;
        for (int i = 0; i < names.size(); i++) {
            List<Input> choices = choices(names.get(i), given.get(i));
            certain &= choices.size() == 1;
            List<List<Input>> longer = new ArrayList<>();
            for (List<Input> front : combinations) {
                for (Input choice : choices) {
                    List<Input> all = new ArrayList<>(front);
                    all.add(choice);
                    longer.add(all);
                }
            }
            combinations = longer.size() > 10_000 ? longer.subList(0, 10_000) : longer;
        }
        boolean sure = certain;
        return combinations.stream().map(inputs -> new InputGuess(inputs, sure, false)).toList();
    }

    private static List<Input> choices(String name, ValueInfo given) {
        List<Input> choices = new ArrayList<>();
        boolean typed = given.elementType() != ElementType.UNDEFINED;
        for (ElementType type : typed ? List.of(given.elementType()) : TYPES) {
            Optional<Shape> shape = given.shape();
            if (shape.isPresent()) {
                choices.add(new Input(name, type, sizes(name, shape.get())));
                continue;
            }
            for (int rank : RANKS) {
                List<Size> sizes = new ArrayList<>();
                for (int axis = 0; axis < rank; axis++) {
                    sizes.add(free(name, axis));
                }
                choices.add(new Input(name, type, sizes));
            }
        }
        return choices;
    }

    /// The same with known sizes for names.
    InputGuess with(Map<String, Long> known) {
        List<Input> better = new ArrayList<>();
        for (Input input : inputs) {
            List<Size> sizes = new ArrayList<>();
            for (Size size : input.sizes()) {
                Long number = size.name().map(known::get).orElse(null);
                sizes.add(number == null ? size : Size.of(number));
            }
            better.add(new Input(input.name(), input.type(), sizes));
        }
        return new InputGuess(better, certain, batchFixed || known.containsKey(BATCH));
    }

    /// What the user should know about the inputs that were chosen.
    List<Problem.Part> notes(String where) {
        List<Problem.Part> notes = new ArrayList<>();
        if (batchFixed) {
            notes.add(Problem.Part.of("torch.batchFixed", where));
        }
        if (certain) {
            return notes;
        }
        inputs.stream()
                .map(
                        input ->
                                Problem.Part.of(
                                        "torch.inputGuessed",
                                        where,
                                        input.name(),
                                        input.type().spelling(),
                                        input.sizes().size()))
                .forEach(notes::add);
        return notes;
    }
}

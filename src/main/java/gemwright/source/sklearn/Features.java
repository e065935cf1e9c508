package gemwright.source.sklearn;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The columns that flow from one estimator to the next, side by side.
///
/// A column of the model's own input has no type until somebody reads it as a number or as text;
/// whatever an estimator made is a tensor `[N, width]`. Immutable; the nodes that join and convert
/// columns are written when they are asked for.
public final class Features {
    private final List<Block> blocks;

    private Features(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /// Columns that stand side by side in one tensor or one input.
    private sealed interface Block {
        int width();
    }

    /// Columns of an input of the model.
    private record Given(ModelInput input, List<Integer> columns) implements Block {
        @Override
        public int width() {
            return columns.size();
        }
    }

    /// A tensor `[N, width]` that an estimator made.
    private record Made(Value value, int width) implements Block {}

    /// Stands for the columns of an estimator that was refused.
    private record Unknown(Value value) implements Block {
        @Override
        public int width() {
            return 1;
        }
    }

    /// What a refused estimator would have made: reads as anything, and no model comes out.
    static Features unknown(Value placeholder) {
        return new Features(List.of(new Unknown(placeholder)));
    }

    /// What a tensor `[N, width]` holds.
    public static Features of(Value value, int width) {
        return new Features(List.of(new Made(value, width)));
    }

    /// All columns of an input of the model.
    static Features of(ModelInput input) {
        return new Features(
                List.of(new Given(input, IntStream.range(0, input.width()).boxed().toList())));
    }

    /// All columns of these, side by side.
    public static Features join(List<Features> parts) {
        Optional<Features> unknown = parts.stream().filter(Features::isUnknown).findFirst();
        if (unknown.isPresent()) {
            return unknown.get();
        }
        return new Features(parts.stream().flatMap(part -> part.blocks.stream()).toList());
    }

    /// How many columns there are.
    public int width() {
        return blocks.stream().mapToInt(Block::width).sum();
    }

    /// Some of the columns, in the order asked for.
    public Features select(List<Integer> columns, EstimatorGraph g) {
        if (isUnknown()) {
            return this;
        }
        List<Block> chosen = new ArrayList<>();
        for (int start = 0; start < columns.size(); ) {
            int block = blockOf(columns.get(start));
            int first = firstColumn(block);
            List<Integer> inBlock = new ArrayList<>();
            while (start < columns.size() && blockOf(columns.get(start)) == block) {
                inBlock.add(columns.get(start++) - first);
            }
            chosen.add(pick(blocks.get(block), inBlock, g));
        }
        return new Features(chosen);
    }

    private static Block pick(Block block, List<Integer> columns, EstimatorGraph g) {
        return switch (block) {
            case Given(var input, var before) ->
                    new Given(input, columns.stream().map(before::get).toList());
            case Made(var value, int width) ->
                    new Made(g.columns(value, width, columns), columns.size());
            case Unknown unknown -> unknown;
        };
    }

    /// One column.
    public Features column(int column, EstimatorGraph g) {
        return select(List.of(column), g);
    }

    /// Whether a column is text; empty where that is open, because it comes straight from the
    /// model's input and nobody has read it yet.
    public Optional<Boolean> isText(int column) {
        if (isUnknown()) {
            return Optional.empty();
        }
        return switch (blocks.get(blockOf(column))) {
            case Given(var input, _) -> input.type().map(type -> type == ElementType.STRING);
            case Made(var value, _) -> Optional.of(value.type() == ElementType.STRING);
            case Unknown _ -> Optional.empty();
        };
    }

    /// Everything as one tensor `[N, width]` of doubles.
    public Value doubles(EstimatorGraph g) throws Problem {
        return numbers(ElementType.DOUBLE, g);
    }

    /// Everything as one tensor `[N, width]` of floats.
    public Value floats(EstimatorGraph g) throws Problem {
        return numbers(ElementType.FLOAT, g);
    }

    /// Everything as one tensor `[N, width]` of numbers.
    public Value numbers(ElementType type, EstimatorGraph g) throws Problem {
        List<Value> parts = new ArrayList<>();
        for (Block block : blocks) {
            parts.add(g.cast(tensor(block, false, g), type));
        }
        return g.sideBySide(parts);
    }

    /// Everything as one tensor `[N, width]` of texts; a missing one is the empty text.
    public Value texts(EstimatorGraph g) throws Problem {
        List<Value> parts = new ArrayList<>();
        for (Block block : blocks) {
            Value value = tensor(block, true, g);
            if (value.type() != ElementType.STRING) {
                throw Problem.of("sklearn.numbersAsText", g.path());
            }
            parts.add(value);
        }
        return g.sideBySide(parts);
    }

    private static Value tensor(Block block, boolean text, EstimatorGraph g) throws Problem {
        return switch (block) {
            case Given(var input, var columns) ->
                    g.columns(input.read(text, g), input.width(), columns);
            case Made(var value, _) -> value;
            case Unknown(var value) -> text ? g.texts("refused", List.of("")) : value;
        };
    }

    /// Whether a refused estimator stands before.
    public boolean isUnknown() {
        return blocks.size() == 1 && blocks.getFirst() instanceof Unknown;
    }

    private int blockOf(int column) {
        int left = column;
        for (int i = 0; i < blocks.size(); i++) {
            if (left < blocks.get(i).width()) {
                return i;
            }
            left -= blocks.get(i).width();
        }
        throw new IllegalArgumentException("column " + column + " of " + width());
    }

    private int firstColumn(int block) {
        return blocks.subList(0, block).stream().mapToInt(Block::width).sum();
    }
}

package gemwright.format.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// The members of an array while it is read: packed as long as all of them are numbers.
final class Members {
    private double[] numbers = new double[8];
    private int count;
    private final List<Item> others = new ArrayList<>(0);

    void add(Item item) {
        OptionalDouble number = number(item);
        if (others.isEmpty() && number.isPresent()) {
            add(number.getAsDouble());
            return;
        }
        for (int i = 0; others.isEmpty() && i < count; i++) {
            others.add(new Item.Scalar(numbers[i]));
        }
        others.add(item);
    }

    private void add(double number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(count, 2));
        }
        numbers[count++] = number;
    }

    private static OptionalDouble number(Item item) {
        return switch (item) {
            case Item.Scalar(double value) -> OptionalDouble.of(value);
            case Item.Flag(boolean value) -> OptionalDouble.of(value ? 1 : 0);
            case Item.Fields _, Item.Items _, Item.Numbers _, Item.Text _, Item.Nothing _ ->
                    OptionalDouble.empty();
        };
    }

    Item item() {
        return others.isEmpty() && count > 0
                ? new Item.Numbers(Arrays.copyOf(numbers, count))
                : new Item.Items(others);
    }
}

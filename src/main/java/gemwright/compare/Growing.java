package gemwright.compare;

import java.util.Arrays;

/// Numbers as they come, without boxes.
final class Growing {
    private double[] numbers = new double[64];
    private int size;

    void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(size, 2));
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    double[] all() {
        return Arrays.copyOf(numbers, size);
    }
}

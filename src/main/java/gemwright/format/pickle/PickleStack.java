package gemwright.format.pickle;

import gemwright.base.Problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The unpickler's stack. A mark is a fence: nothing below the last one can be reached.
final class PickleStack {
    private static final int MAX = 1_000_000;

    private final PickleInput input;
    private final Budget budget;
    private final ArrayList<PickleValue> values = new ArrayList<>();
    private int[] marks = new int[16];
    private int markCount;

    PickleStack(PickleInput input, Budget budget) {
        this.input = input;
        this.budget = budget;
    }

    void push(PickleValue value) throws Problem {
        budget.object();
        if (values.size() >= MAX) {
            throw tooDeep();
        }
        values.add(value);
    }

    void mark() throws Problem {
        budget.object();
        if (markCount >= MAX) {
            throw tooDeep();
        }
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, 2 * markCount);
        }
        marks[markCount++] = values.size();
    }

    private Problem tooDeep() {
        return Problem.of("pickle.depth", input.place(), Integer.toString(MAX));
    }

    private int fence() {
        return markCount == 0 ? 0 : marks[markCount - 1];
    }

    PickleValue top() throws Problem {
        if (values.size() <= fence()) {
            throw input.malformed("the stack is empty");
        }
        return values.getLast();
    }

    PickleValue pop() throws Problem {
        top();
        return values.removeLast();
    }

    void replaceTop(PickleValue value) throws Problem {
        pop();
        values.add(value);
    }

    /// `POP`: the top value, or the mark where nothing stands on it.
    void drop() throws Problem {
        if (markCount > 0 && values.size() == fence()) {
            markCount--;
        } else {
            pop();
        }
    }

    /// All values above the last mark; both are gone then.
    List<PickleValue> popMark() throws Problem {
        if (markCount == 0) {
            throw input.malformed("a mark is missing");
        }
        List<PickleValue> above = values.subList(marks[--markCount], values.size());
        List<PickleValue> popped = List.copyOf(above);
        above.clear();
        return popped;
    }

    /// How many values are left, the last one included.
    int size() {
        return values.size();
    }
}

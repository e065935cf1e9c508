package gemwright.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class TasksTest {
    private static final List<Integer> ITEMS = IntStream.range(0, 1000).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheItems() throws Exception {
        assertEquals(ITEMS, Tasks.parallel(ITEMS, item -> item));
    }

    @Test
    void theFirstFailureIsThrown() {
        Problem problem =
                assertThrows(
                        Problem.class,
                        () ->
                                Tasks.parallel(
                                        ITEMS,
                                        item -> {
                                            if (item >= 400) {
                                                throw Problem.of("file.empty", "item " + item);
                                            }
                                            return item;
                                        }));

        assertEquals("item 400", problem.parts().getFirst().where());
    }

    @Test
    void aDefectFliesAsItIs() {
        assertThrows(
                ArithmeticException.class, () -> Tasks.parallel(List.of(1, 0), item -> 1 / item));
    }

    @Test
    void cancellingReachesTheCaller() {
        assertThrows(
                Cancelled.class,
                () ->
                        Tasks.parallel(
                                List.of(1, 2),
                                item -> {
                                    throw new Cancelled();
                                }));
    }
}

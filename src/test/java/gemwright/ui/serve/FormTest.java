package gemwright.ui.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Json;
import gemwright.data.Column;
import gemwright.data.DType;
import gemwright.data.Table;
import gemwright.serve.model.Feature;
import gemwright.serve.model.Layout;
import gemwright.serve.model.Slot;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the form offers, and what it sends.
class FormTest {
    private static final Layout PEOPLE =
            new Layout.Columns(
                    List.of(),
                    List.of(
                            new Feature("age", DType.FLOAT32, false),
                            new Feature("city", DType.STRING, false),
                            new Feature("visits", DType.INT64, false),
                            new Feature("member", DType.BOOL, false)));
    private static final Table ROWS =
            Table.of(
                    Column.numbers("age", 48.0, 31.5),
                    Column.texts("city", "Paris", "Berlin"),
                    Column.integers("visits", 3, 4));

    @Test
    void startsWithTheFirstRowOfTheReference() {
        Form form = Form.of(PEOPLE, Optional.of(ROWS));

        assertEquals(
                List.of("48", "Paris", "3", "false"),
                form.fields().stream().map(field -> field.text().get()).toList());
    }

    @Test
    void offersTheTextsThatTheReferenceHolds() {
        Form form = Form.of(PEOPLE, Optional.of(ROWS));

        assertEquals(List.of("Berlin", "Paris"), form.fields().get(1).choices());
        assertEquals(List.of(), form.fields().get(0).choices());
    }

    @Test
    void letsManyTextsBeTyped() {
        String[] cities =
                IntStream.rangeClosed(0, Form.MOST_CHOICES)
                        .mapToObj(i -> "city " + i)
                        .toArray(String[]::new);

        Form form = Form.of(PEOPLE, Optional.of(Table.of(Column.texts("city", cities))));

        assertEquals(List.of(), form.fields().get(1).choices());
    }

    @Test
    void sendsNumbersAsNumbersAndBlanksAsMissing() {
        Form form = Form.of(PEOPLE, Optional.of(ROWS));
        form.fields().get(0).text().set("37.5");
        form.fields().get(2).text().set(" ");
        form.fields().get(3).text().set("true");

        assertEquals(
                "{\"age\":37.5,\"city\":\"Paris\",\"visits\":null,\"member\":true}",
                Json.write(form.body()));
    }

    @Test
    void sendsARowWhereTheModelKnowsNoNames() {
        Layout unnamed =
                new Layout.Matrix(
                        new Slot("X", DType.FLOAT32, List.of(Slot.FREE, 2L)),
                        List.of(
                                new Feature("x0", DType.FLOAT32, false),
                                new Feature("x1", DType.FLOAT32, false)),
                        false);

        assertEquals("{\"inputs\":[[0,0]]}", Json.write(Form.of(unnamed, Optional.empty()).body()));
    }

    @Test
    void marksTheFieldThatARefusalNames() {
        Form form = Form.of(PEOPLE, Optional.of(ROWS));

        assertTrue(form.mark("city: expected a text, found 3"));

        assertEquals(Optional.of("expected a text, found 3"), form.fields().get(1).error().get());
        assertFalse(form.mark(""));
        assertEquals(Optional.empty(), form.fields().get(1).error().get());
    }
}

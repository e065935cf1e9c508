package gemwright.serve;

import static gemwright.serve.TestEndpoint.at;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.base.Json;
import gemwright.base.Problem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Every form that `/predict` takes, and the whole sentence of every refusal.
class PredictTest {
    private static TestEndpoint server;
    private static Object expected;

    @BeforeAll
    static void start() throws Problem {
        server = TestEndpoint.of("clf", "credit", "people", "masked", "zipmap");
        expected = Objects.requireNonNull(Json.read(TestEndpoint.MODELS.resolve("expected.json")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersRowsInTheirOrder() throws Exception {
        String body = Json.write(Json.object("inputs", at(expected, "rows")));

        Object answer = answer("clf", body);

        assertEquals(
                List.of("label", "probabilities", "model", "version"),
                List.copyOf(((Map<?, ?>) answer).keySet()));
        assertSame(at(expected, "clf", "label"), at(answer, "label"));
        assertSame(at(expected, "clf", "probabilities"), at(answer, "probabilities"));
        assertEquals("clf", at(answer, "model"));
        assertEquals("1", at(answer, "version"));
    }

    @Test
    void answersOneRecordWithSingleValues() throws Exception {
        Object answer =
                answer("people", "{\"city\":\"Köln\",\"visits\":3,\"age\":37.5,\"member\":true}");

        assertEquals("Köln", at(answer, "label"));
        assertSame(41.5, at(answer, "score"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"records\":[{\"age\":30,\"income\":1000},{\"income\":2000,\"age\":40}]}",
                "[{\"age\":30,\"income\":1000},{\"income\":2000,\"age\":40}]",
                "{\"inputs\":[[30,1000],[40,2000]]}"
            })
    void answersRecordsInEachForm(String body) throws Exception {
        // 0.5 age + 0.001 income + 1
        assertSame(List.of(17.0, 23.0), at(answer("credit", body), "variable"));
    }

    @Test
    void takesAMissingNumberWhereTheModelWasMadeForIt() throws Exception {
        for (String missing : List.of("null", "NaN")) {
            String body = "{\"inputs\":[[30,1000],[" + missing + ",2000]]}";

            Object answer = answer("credit", body);

            assertSame(at(expected, "credit", "variable", 1, 0), at(answer, "variable", 1));
        }
    }

    @Test
    void answersWholeArrays() throws Exception {
        Object answer =
                answer("masked", "{\"inputs\":{\"mask\":[[1,0],[1,1]],\"x\":[[1,2.5],[3,4]]}}");

        assertSame(at(expected, "masked", "total"), at(answer, "total"));
        assertSame(at(expected, "masked", "kept"), at(answer, "kept"));
    }

    @Test
    void answersMapsByClass() throws Exception {
        Object answer = answer("zipmap", "{\"inputs\":[" + TestEndpoint.ROW + "]}");

        assertSame(
                at(expected, "clf", "probabilities", 0, 0),
                at(answer, "output_probability", 0, "0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    clf    | {"inputs": [[1,2           | the body is not valid JSON: Unexpected end-of-input: expected close marker for Array (line 1, column 17)
                    clf    | {"inputs": [[1]], "inputs": [[1]]} | inputs[0]: expected 10 values, found 1
                    people | {"age":1,"age":2}          | the body is not valid JSON: Duplicate Object property "age" (line 1, column 15)
                    clf    | null                       | the body: expected {"inputs": [[…10 values…]]}, found null
                    clf    | {}                         | the body is an empty object; expected {"inputs": [[…10 values…]]}
                    clf    | [1,2,3]                    | [0]: expected a record (an object), found 1
                    clf    | {"inputs": [1,2,3]}        | inputs[0]: expected a row (a list of 10 values); one row is a list in a list, found 1
                    clf    | {"inputs": []}             | inputs: expected at least one row, found none
                    clf    | {"inputs": [[1,2]]}        | inputs[0]: expected 10 values, found 2
                    clf    | {"inputs": 5}              | inputs: expected a list of rows, found 5
                    clf    | {"inputs": [{"name":"X"}]} | inputs[0]: expected a row (a list of 10 values), found an object; records go under "records"
                    clf    | {"age": 5}                 | this model does not know the names of its features; send rows: {"inputs": [[…10 values…]]}
                    credit | {"inputs": [[30,1000],[31]]} | inputs[1]: expected 2 values, found 1
                    credit | {"inputs": [["abc",1]]}    | inputs[0][0] (age): expected a number (float32), found the text "abc"
                    credit | {"inputs": [["17.5",1]]}   | inputs[0][0] (age): expected a number (float32), found the text "17.5"
                    credit | {"inputs": [[true,1]]}     | inputs[0][0] (age): expected a number (float32), found true
                    credit | {"inputs": [[1,null]]}     | inputs[0][1] (income): expected a number (float32; the model takes no missing value here), found null
                    credit | {"inputs": [[1,NaN]]}      | inputs[0][1] (income): expected a number (float32; the model takes no missing value here), found NaN
                    credit | {"inputs": [[-Infinity,1]]} | inputs[0][0] (age): expected a finite number (float32), found -Infinity
                    credit | {"inputs": [[1e39,1]]}     | inputs[0][0] (age): expected a number that fits float32 (up to 3.4e38), found 1e39
                    credit | {"inputs": [[1e400,1]]}    | inputs[0][0] (age): expected a number that fits float32, found 1e400
                    credit | {"inputs": [[[1],1]]}      | inputs[0][0] (age): expected a number (float32), found a list
                    credit | {"inputs": [[1,1]], "x":1} | unknown member 'x' beside 'inputs'
                    credit | {"inputs": [[1,1]]} {}     | the body goes on after its value (line 1, column 21)
                    credit | {"age": 1}                 | missing feature 'income'
                    credit | {"age": 1, "income": 2, "zip": 3} | unknown feature 'zip'; expected 'age', 'income'
                    credit | {"records": [{"age":1,"income":2},{"age":{},"income":2}]} | records[1].age: expected a number (float32), found an object
                    credit | {"records": [{"age":1,"income":2},{"income":2}]} | records[1]: missing feature 'age'
                    credit | {"records": []}            | records: expected at least one record, found none
                    credit | {"records": {"age":1}}     | records: expected a list of records, found an object
                    people | {"age":1,"city":5,"visits":1,"member":true} | city: expected a text ("" where it is missing), found 5
                    people | {"age":1,"city":null,"visits":1,"member":true} | city: expected a text ("" where it is missing), found null
                    people | {"age":1,"city":"a","visits":1.0,"member":true} | visits: expected a whole number (int64), found 1.0
                    people | {"age":1,"city":"a","visits":12345678901234567890,"member":true} | visits: expected a whole number from -9223372036854775808 to 9223372036854775807 (int64), found 12345678901234567890
                    people | {"age":1,"city":"a","visits":1,"member":1} | member: expected true or false, found 1
                    people | {"visits":1}               | missing features 'age', 'city', 'member'
                    masked | {"x":[[1]]}                | unknown member 'x'; expected {"inputs": {"x": […], "mask": […]}}
                    masked | {"inputs": {"x":[[1,2],[3]],"mask":[[1]]}} | inputs.x[1]: expected 2 values as in the lists before it, found 1
                    masked | {"inputs": {"x":[1,2],"mask":[[1]]}} | inputs.x[0]: expected a list: the input has the shape [any, any], found 1
                    masked | {"inputs": {"x":[[[1]]],"mask":[[1]]}} | inputs.x[0][0]: expected a single value (float32), found a list
                    masked | {"inputs": {"x":[[1]]}}    | inputs: missing 'mask'
                    masked | {"inputs": {"y":[[1]]}}    | inputs: unknown input 'y'; expected 'x', 'mask'
                    masked | {"inputs": {"x":[[1]],"mask":[[0.5]]}} | inputs.mask[0][0]: expected a whole number (int64), found 0.5
                    """)
    void refusesAndNamesThePlace(String model, String body, String sentence) throws Exception {
        HttpResponse<String> response = server.post("/predict/" + model, body);

        assertEquals(Map.of("error", sentence), TestEndpoint.json(response));
        assertEquals(400, response.statusCode());
    }

    @Test
    void refusesDeepNestingBeforeItCosts() throws Exception {
        String body = "{\"inputs\":{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}";

        HttpResponse<String> response = server.post("/predict/masked", body);

        assertEquals(400, response.statusCode());
    }

    @Test
    void saysWhyTheModelItselfFails() throws Exception {
        HttpResponse<String> response =
                server.post("/predict/masked", "{\"inputs\":{\"x\":[[1,2]],\"mask\":[[1,1,1]]}}");

        assertEquals(400, response.statusCode());
    }

    @Test
    void wantsANameWhereSeveralModelsAreServed() throws Exception {
        HttpResponse<String> response = server.post("/predict", "{}");

        assertEquals(
                Map.of(
                        "error",
                        "several models are served here (clf, credit, masked, people, zipmap);"
                                + " post to /predict/NAME"),
                TestEndpoint.json(response));
    }

    @Test
    void refusesAnUnknownModel() throws Exception {
        HttpResponse<String> response = server.post("/predict/nope", "{}");

        assertEquals(404, response.statusCode());
        assertEquals(
                Map.of(
                        "error",
                        "there is no model 'nope' here; there is clf, credit, masked, people,"
                                + " zipmap"),
                TestEndpoint.json(response));
    }

    private static Object answer(String model, String body)
            throws IOException, InterruptedException, Problem {
        HttpResponse<String> response = server.post("/predict/" + model, body);
        assertEquals(200, response.statusCode(), response.body());
        return TestEndpoint.json(response);
    }

    /// Equal, numbers to within the last digit of a float32.
    private static void assertSame(Object wanted, Object found) {
        if (wanted instanceof List<?> list) {
            assertEquals(list.size(), ((List<?>) found).size());
            for (int i = 0; i < list.size(); i++) {
                assertSame(at(wanted, i), at(found, i));
            }
        } else {
            double value = ((Number) wanted).doubleValue();
            assertEquals(
                    value, ((Number) found).doubleValue(), 2e-7 * Math.max(1, Math.abs(value)));
        }
    }
}

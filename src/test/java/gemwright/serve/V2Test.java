package gemwright.serve;

import static gemwright.serve.TestEndpoint.at;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Json;
import gemwright.base.Problem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The Open Inference Protocol, as its clients speak it.
class V2Test {
    private static final String LENGTH = "Inference-Header-Content-Length";
    private static final float[] ROW = {
        17.99f, 10.38f, 122.8f, 1001.0f, 0.1184f, 0.2776f, 0.3001f, 0.1471f, 0.2419f, 0.07871f
    };

    private TestEndpoint server;

    @BeforeEach
    void start() throws Problem {
        server = TestEndpoint.of("clf", "people");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void describesServerAndModels() throws Exception {
        assertEquals(
                Map.of("ready", true, "live", true),
                TestEndpoint.json(server.get("/v2/health/ready")));
        assertEquals(Map.of("live", true), TestEndpoint.json(server.get("/v2/health/live")));
        assertEquals(
                Map.of(
                        "name", "clf",
                        "versions", List.of("1"),
                        "platform", "onnxruntime_onnx",
                        "inputs",
                                List.of(
                                        Map.of(
                                                "name", "X",
                                                "datatype", "FP32",
                                                "shape", List.of(-1L, 10L))),
                        "outputs",
                                List.of(
                                        Map.of(
                                                "name", "label",
                                                "datatype", "INT64",
                                                "shape", List.of(-1L)),
                                        Map.of(
                                                "name", "probabilities",
                                                "datatype", "FP32",
                                                "shape", List.of(-1L, 2L)))),
                TestEndpoint.json(server.get("/v2/models/clf/versions/1")));
        assertEquals(404, server.get("/v2/models/nope").statusCode());
        assertEquals(404, server.get("/v2/models/clf/versions/7").statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"id":"r-1","model_name":"clf","inputs":[{"name":"X","shape":[1,10],"datatype":"FP32","data":[ROW]}]}
                    {"id":"r-1","inputs":[{"data":[[ROW]],"datatype":"FP32","shape":[1,10],"name":"X"}],"outputs":[]}
                    {"id":"r-1","inputs":[{"name":"X","shape":[1,10],"datatype":"FP32","data":[ROW],"parameters":{"x":[1]}}],"parameters":{"priority":1}}
                    """)
    void answersJsonFlatOrNestedInAnyOrder(String template) throws Exception {
        String row = TestEndpoint.ROW.substring(1, TestEndpoint.ROW.length() - 1);

        HttpResponse<String> response =
                server.post("/v2/models/clf/infer", template.replace("ROW", row));

        assertEquals(200, response.statusCode(), response.body());
        Object answer = TestEndpoint.json(response);
        assertEquals("r-1", at(answer, "id"));
        assertEquals("clf", at(answer, "model_name"));
        assertEquals(
                Map.of(
                        "name",
                        "label",
                        "datatype",
                        "INT64",
                        "shape",
                        List.of(1L),
                        "data",
                        List.of(0L)),
                at(answer, "outputs", 0));
    }

    @Test
    void takesAndGivesRawTensors() throws Exception {
        String json =
                """
                {"inputs":[{"name":"X","shape":[1,10],"datatype":"FP32",\
                "parameters":{"binary_data_size":40}}],\
                "outputs":[{"name":"probabilities","parameters":{"binary_data":true}},\
                {"name":"label","parameters":{"binary_data":false}}]}\
                """;

        HttpResponse<byte[]> response = binary("clf", json, raw(ROW));

        int length = Integer.parseInt(response.headers().firstValue(LENGTH).orElseThrow());
        Object head = parsed(response.body(), length);
        float[] probabilities = new float[2];
        ByteBuffer.wrap(response.body(), length, 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(probabilities);
        assertEquals(response.body().length, length + 8);
        assertArrayEquals(new float[] {0.9994258f, 5.742311e-4f}, probabilities, 1e-6f);
        assertEquals(
                List.of(
                        Map.of(
                                "name",
                                "probabilities",
                                "datatype",
                                "FP32",
                                "shape",
                                List.of(1L, 2L),
                                "parameters",
                                Map.of("binary_data_size", 8L)),
                        Map.of(
                                "name",
                                "label",
                                "datatype",
                                "INT64",
                                "shape",
                                List.of(1L),
                                "data",
                                List.of(0L))),
                at(head, "outputs"));
    }

    @Test
    void carriesTextsAsLengthAndBytes() throws Exception {
        String json =
                """
                {"parameters":{"binary_data_output":true},"inputs":[\
                {"name":"age","shape":[2,1],"datatype":"FP32","data":[1,2]},\
                {"name":"city","shape":[2,1],"datatype":"BYTES","parameters":{"binary_data_size":14}},\
                {"name":"visits","shape":[2,1],"datatype":"INT64","data":[1,2]},\
                {"name":"member","shape":[2,1],"datatype":"BOOL","data":[true,false]}],\
                "outputs":[{"name":"label"}]}\
                """;
        byte[] texts = {5, 0, 0, 0, 'K', (byte) 0xC3, (byte) 0xB6, 'l', 'n', 1, 0, 0, 0, 'B'};

        HttpResponse<byte[]> response = binary("people", json, texts);

        int length = Integer.parseInt(response.headers().firstValue(LENGTH).orElseThrow());
        byte[] answered = Arrays.copyOfRange(response.body(), length, response.body().length);
        assertArrayEquals(texts, answered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"inputs":[{"name":"nope","shape":[1,10],"datatype":"FP32","data":[1]}]} | inputs[0]: unknown input 'nope'; expected 'X'
                    {"inputs":[{"name":"X","shape":[1,10],"datatype":"FP64","data":[1]}]} | inputs[0] 'X': expected the datatype FP32, found FP64
                    {"inputs":[{"name":"X","shape":[1,9],"datatype":"FP32","data":[1]}]} | inputs[0] 'X': expected the shape [any, 10], found [1, 9]
                    {"inputs":[{"name":"X","shape":[1,10],"datatype":"FP32","data":[1,2]}]} | inputs[0] 'X': expected 10 elements for the shape [1, 10], found 2
                    {"inputs":[{"name":"X","shape":[1,10],"datatype":"FP32","data":[[1,2]]}]} | inputs[0] 'X': expected lists nested as the shape [1, 10] says, found 2 elements at depth 1
                    {"inputs":[{"name":"X","shape":[1,10],"datatype":"FP32","data":["a"]}]} | inputs[0] 'X', data[0]: expected a number (float32), found the text "a"
                    {"inputs":[{"name":"X","shape":[-1,10],"datatype":"FP32","data":[]}]} | inputs[0] 'X': expected sizes from 0 on in the shape, found [-1, 10]
                    {"inputs":[{"name":"X","shape":[1,10],"datatype":"FP32"}]} | inputs[0] 'X': expected 'data', or 'binary_data_size' among its parameters
                    {"inputs":[{"name":"X","shape":[1,10],"datatype":"FP32","parameters":{"binary_data_size":40}}]} | inputs[0] 'X': binary_data_size claims 40 bytes, 0 are left
                    {"inputs":[]} | inputs: missing 'X'
                    {"inputs":[ | the body is not valid JSON: Unexpected end-of-input: expected close marker for Array (line 1, column 12)
                    {"inputs":5} | inputs: expected a list
                    {"inputs":[],"outputs":[{"name":"nope"}]} | outputs[0]: expected the name of an output ('label', 'probabilities'), found nope
                    """)
    void refusesAndNamesThePlace(String body, String sentence) throws Exception {
        HttpResponse<String> response = server.post("/v2/models/clf/infer", body);

        assertEquals(Map.of("error", sentence), TestEndpoint.json(response));
        assertEquals(400, response.statusCode());
    }

    @Test
    void refusesInfiniteRowsInRawFormToo() throws Exception {
        float[] row = ROW.clone();
        row[3] = Float.POSITIVE_INFINITY;
        String json =
                """
                {"inputs":[{"name":"X","shape":[1,10],"datatype":"FP32",\
                "parameters":{"binary_data_size":40}}]}\
                """;

        HttpResponse<byte[]> response = binary("clf", json, raw(row));

        assertEquals(400, response.statusCode());
        assertEquals(
                Map.of(
                        "error",
                        "inputs[0] 'X': expected a finite number at element 3, found Infinity"),
                parsed(response.body(), response.body().length));
    }

    @Test
    void listsUnloadsAndLoads() throws Exception {
        String infer =
                "{\"inputs\":[{\"name\":\"X\",\"shape\":[1,10],\"datatype\":\"FP32\",\"data\":"
                        + TestEndpoint.ROW
                        + "}]}";

        assertEquals(200, server.post("/v2/repository/models/clf/unload", "{}").statusCode());
        assertEquals(400, server.post("/v2/models/clf/infer", infer).statusCode());
        assertEquals(400, server.get("/v2/models/clf/ready").statusCode());
        assertTrue(server.post("/v2/repository/index", "").body().contains("\"UNAVAILABLE\""));
        assertEquals(200, server.post("/v2/repository/models/clf/load", "{}").statusCode());
        assertEquals(200, server.post("/v2/models/clf/infer", infer).statusCode());
        assertEquals(200, server.get("/v2/models/clf/versions/2/ready").statusCode());
        assertEquals(404, server.post("/v2/repository/models/nope/load", "").statusCode());
        assertEquals(
                400,
                server.post(
                                "/v2/repository/models/clf/load",
                                "{\"parameters\":{\"file:1/model.onnx\":\"AAAA\"}}")
                        .statusCode());
    }

    @Test
    void countsWhatAModelHasDone() throws Exception {
        server.post(
                "/predict/clf", "{\"inputs\":[" + TestEndpoint.ROW + "," + TestEndpoint.ROW + "]}");
        server.post("/predict/clf", "{}");

        Object model = at(TestEndpoint.json(server.get("/v2/models/clf/stats")), "model_stats", 0);

        assertEquals(2L, at(model, "inference_count"));
        assertEquals(1L, at(model, "execution_count"));
        assertEquals(1L, at(model, "inference_stats", "success", "count"));
        assertEquals(1L, at(model, "inference_stats", "fail", "count"));
        assertTrue(server.get("/v2/models/clf/config").body().contains("\"TYPE_FP32\""));
    }

    private HttpResponse<byte[]> binary(String model, String json, byte[] raw)
            throws IOException, InterruptedException {
        byte[] head = json.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head);
        body.writeBytes(raw);
        return server.client()
                .send(
                        server.request("/v2/models/" + model + "/infer")
                                .header(LENGTH, "" + head.length)
                                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private static byte[] raw(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static Object parsed(byte[] body, int length) throws Problem {
        return java.util.Objects.requireNonNull(
                Json.parse(new String(body, 0, length, StandardCharsets.UTF_8), "the answer"));
    }
}
